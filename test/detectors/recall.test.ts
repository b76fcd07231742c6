import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/acts/act.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import { Recall } from '../../src/detectors/recall.ts';
import { createGuard } from '../../src/index.ts';

const [sample] = defaultEngine().read('退款24小时内到账').sentences.flatMap(({ acts }) => acts);

function act(name: string, modifiers: Act['modifiers'] = {}): Act {
  return { ...sample!, type: { name, commitment: false, actor: 'agent' }, modifiers };
}

describe('Recall', () => {
  it('finds the first act of some types that is said in earnest, as acts are added', () => {
    const own = act('a');
    const acts = [act('b', { negated: null }), own];
    const recall = new Recall({ acts, watched: [], watches: () => false, sentences: [] });
    expect(recall.first(['a', 'b'], own)).toBeUndefined();
    const [b, a] = [act('b'), act('a')];
    acts.push(b, a);
    expect(recall.first(['a', 'b'], own)).toBe(b);
    expect(recall.first(['a'], own)).toBe(a);
    expect(recall.count(['a', 'b'])).toBe(3);
  });

  it('looks at the watched alone where all of the types are among them', () => {
    const own = act('a');
    const unread = new Recall({
      get acts(): Act[] {
        throw new Error('acts are not to be read');
      },
      watched: [act('a', { quoted: null }), own, act('b')],
      watches: (names) => !names.includes('c'),
      sentences: [],
    });
    expect(unread.first(['a', 'b'], own)?.type.name).toBe('b');
    expect(unread.first(['a'], own)).toBeUndefined();
    expect(() => unread.first(['a', 'c'], own)).toThrow('acts are not to be read');
  });

  it('gathers each act once, up to one of them if asked', () => {
    const acts = [act('a'), act('b'), act('a')];
    const recall = new Recall({ acts, watched: [], watches: () => false, sentences: [] });
    const key = {};
    const names = (until?: Act): string[] => recall.gather(key, (): string[] => [], (list, { type }) => void list.push(type.name), until);
    expect([...names(acts[1])]).toEqual(['a']);
    expect([...names(acts[2])]).toEqual(['a', 'b']);
    expect([...names()]).toEqual(['a', 'b', 'a']);
    expect([...names()]).toEqual(['a', 'b', 'a']);
  });
});

describe('a reply full of promises', () => {
  it('gives a hundred findings and says that there are more', () => {
    const { findings, truncated, verdict } = createGuard().check('退款今天一定到账。'.repeat(300));
    expect(findings).toHaveLength(100);
    expect(truncated).toBe(true);
    expect(verdict).toBe('block');
  });
});
