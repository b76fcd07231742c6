import { describe, expect, it } from 'vitest';
import { fuse, limitAt } from '../../scripts/train/fusion.ts';
import type { Observation } from '../../scripts/train/fusion.ts';

/** Replies of which those above `border` are so, with one in ten the other way round. */
function around(border: number, ruled = false): Observation[] {
  return Array.from({ length: 200 }, (_, at) => {
    const logit = -10 + at / 10;
    return { logit, ruled, holds: logit > border !== (at % 10 === 0), weight: 1 };
  });
}

describe('fusion of the two readers', () => {
  it('puts even odds where replies turn', () => {
    const [low, high] = fuse([around(-3), around(4)]);
    expect(limitAt(low!, 0.5, false)).toBeGreaterThan(-5);
    expect(limitAt(low!, 0.5, false)).toBeLessThan(-1);
    expect(limitAt(high!, 0.5, false)).toBeGreaterThan(2);
  });

  it('asks for more the surer it is to be', () => {
    const [one] = fuse([around(0)]);
    expect(limitAt(one!, 0.8, false)).toBeGreaterThan(limitAt(one!, 0.5, false));
  });

  it('believes sooner what a rule has found', () => {
    const [one] = fuse([[...around(2), ...around(-6, true)]]);
    expect(limitAt(one!, 0.5, true)).toBeLessThan(limitAt(one!, 0.5, false));
  });

  it('draws a category without replies to the others', () => {
    const [known, unknown] = fuse([around(0), []]);
    expect(Math.abs(limitAt(known!, 0.5, false) - limitAt(unknown!, 0.5, false))).toBeLessThan(1);
  });
});
