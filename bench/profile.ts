/** `npx tsx bench/profile.ts [zh|en] [seconds]`: the functions of the built package that a check spends its time in. */
import { Session } from 'node:inspector/promises';
import { ours } from './checkers.ts';
import { CHINESE, ENGLISH } from './texts.ts';

const texts = process.argv[2] === 'en' ? ENGLISH : CHINESE;
const seconds = Number(process.argv[3] ?? 3);
const checker = (await ours())[0]!;

/** Milliseconds of checking; returns how many replies that were. */
function work(milliseconds: number): number {
  const until = performance.now() + milliseconds;
  let replies = 0;
  for (; performance.now() < until; replies += texts.length) for (const text of texts) checker.run(text);
  return replies;
}

work(1_000);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
await session.post('Profiler.start');
const replies = work(seconds * 1_000);
const { profile } = await session.post('Profiler.stop');

const self = new Map<string, number>();
const byId = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
for (const id of profile.samples ?? []) {
  const { functionName, url, lineNumber } = byId.get(id)!;
  const name = `${functionName || '(anonymous)'}  ${url.split('/').at(-1)}:${lineNumber + 1}`;
  self.set(name, (self.get(name) ?? 0) + 1);
}
const total = profile.samples?.length ?? 1;
process.stdout.write(`${((seconds * 1e6) / replies).toFixed(1)} µs a reply\n`);
for (const [name, count] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 25)) {
  process.stdout.write(`${((100 * count) / total).toFixed(1).padStart(6)} %  ${name}\n`);
}
