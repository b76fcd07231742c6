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

it('is in English elsewhere', () => {
  const program = createProgram('1.0.0', 'en');
  for (const register of COMMANDS) register(program, shell);
  expect(program.helpInformation()).toContain('audit a month of chats');
});
