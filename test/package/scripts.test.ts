import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What npm runs, or warns of, where somebody installs the package. */
const AT_INSTALL = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };

it('runs nothing where somebody installs the package', () => {
  expect(Object.keys(scripts).filter((name) => AT_INSTALL.includes(name))).toEqual([]);
});

it('compiles the rule data in a clone, once its dependencies are there and before what reads it', () => {
  // npm runs `dependencies` in the root project alone.
  for (const name of ['dependencies', 'prebuild', 'pretest', 'pretypecheck']) expect(scripts[name]).toBe('npm run generate');
});
