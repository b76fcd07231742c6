import { expect, it } from 'vitest';
import { createProgram } from '../../src/cli/args.ts';
import type { Shell } from '../../src/cli/args.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { HELP_ZH } from '../../src/cli/help.ts';

const shell: Shell = {
  cwd: '/',
  terminal: () => {
    throw new Error('help needs no terminal');
  },
  finish: () => undefined,
};

it('has all of its help in Chinese too', () => {
  const program = createProgram('1.0.0', 'zh');
  for (const register of COMMANDS) register(program, shell);
  const said = program.commands.flatMap((command) => [
    command.summary(),
    command.description(),
    ...command.options.map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
  ]);
  expect([...new Set(said)].filter((text) => HELP_ZH[text] === undefined)).toEqual([]);
  expect(program.helpInformation()).toContain('抽检一个月的聊天');
  const test = program.commands.find((command) => command.name() === 'test');
  expect(test?.helpInformation()).toMatch(/--reader <reader> +只用规则（rules），或规则加学习型判断（both） \(可选/);
});

/** All that `replyguard NAME --help` prints. */
function helpOf(name: string, language: 'zh' | 'en'): string {
  const program = createProgram('1.0.0', language);
  for (const register of COMMANDS) register(program, shell);
  let printed = '';
  const command = program.commands.find((each) => each.name() === name);
  command?.configureOutput({ writeOut: (text) => (printed += text) }).outputHelp();
  return printed;
}

it.each(['check', 'fix', 'decide', 'compose', 'test', 'audit'])('%s: says its exit status, and how it is called', (name) => {
  const english = helpOf(name, 'en');
  expect(english).toMatch(/\nExit status: 0[^.]*2 [^.]*\.\n\nExamples:\n/);
  expect(english.split(`\n  replyguard ${name}`).length).toBeGreaterThan(3);
  const chinese = helpOf(name, 'zh');
  expect(chinese).toContain('\n退出码：0');
  // What is left in English are calls, names and values.
  expect(chinese.split('\n').filter((line) => /[a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(line) && !line.includes('replyguard '))).toEqual([]);
});

it.each(['check', 'fix'])('%s: shows a text, a file, standard input and JSON lines', (name) => {
  const help = helpOf(name, 'en');
  for (const call of [/ ".*\p{Script=Han}/u, / reply\.txt/, / < \S+\.txt/, / --jsonl < \S+\.jsonl/]) expect(help).toMatch(call);
});

it('is in English elsewhere', () => {
  const program = createProgram('1.0.0', 'en');
  for (const register of COMMANDS) register(program, shell);
  expect(program.helpInformation()).toContain('audit a month of chats');
});
