import { join } from 'node:path';
import { contextOf, exampleOf, loadFixtures, runFixtures } from '../../testing/index.ts';
import type { Terminal } from '../io.ts';
import { packageFolder } from '../package-folder.ts';
import { fixtureGuards } from './guards.ts';
import { failure } from './pretty.ts';
import type { TestOptions } from './test.ts';

/**
 * Runs the fixtures that come with the library, each under its own preset, with the shop's words, acts and rules, and prints
 * those that passed without them and fail with them. By the rules alone: that is what the library's fixtures hold.
 *
 * @returns how many there are
 */
export async function testLibrary({ shop, language }: TestOptions, { stdout, colour }: Terminal): Promise<number> {
  const fixtures = loadFixtures([join(packageFolder(), 'fixtures', '*.yml')], { root: packageFolder(), language });
  const plain = await fixtureGuards('rules', {});
  const own = await fixtureGuards('rules', shop.extension);
  const passing = runFixtures(fixtures, plain.factory).filter(({ differences }) => differences.length === 0);
  const broken = runFixtures(passing.map(({ fixture }) => fixture), own.factory).filter(({ differences }) => differences.length > 0);
  for (const outcome of broken) {
    const one = exampleOf(outcome);
    stdout.write(`${failure(outcome, own.of(one.policy).explain(one.reply, contextOf(one)), { language, colour })}\n`);
  }
  const kept = passing.length - broken.length;
  stdout.write(
    language === 'zh'
      ? `自带样例：${kept} 条仍然通过，${broken.length} 条因本店的说法而失败\n`
      : `library's fixtures: ${kept} still pass, ${broken.length} fail with the shop's words\n`,
  );
  return broken.length;
}
