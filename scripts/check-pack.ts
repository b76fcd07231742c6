/**
 * Packs the built package as npm would and checks the tarball: publint, are-the-types-wrong, the files in it, and that every
 * door opens by `import` and by `require` from a project that installed it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

const root = resolve(import.meta.dirname, '..');
const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const faults: string[] = [];

/** What a tarball must hold, and what it must not. */
const NEEDED = [
  /^package\.json$/,
  /^LICENSE$/,
  /^README\.md$/,
  /^README\.zh-CN\.md$/,
  /^CHANGELOG\.md$/,
  /^dist\/cli\/main\.js$/,
];
const ALLOWED = [...NEEDED, /^dist\/.+\.(js|cjs|d\.ts|d\.cts)$/, /^schemas\/[\w.-]+\.json$/, /^fixtures\/[a-z-]+\.yml$/, /^CONTRIBUTING\.md$/, /^docs\/([\w-]+\/)?[\w.-]+\.md$/];

const folder = mkdtempSync(join(tmpdir(), 'replyguard-pack-'));
try {
  const printed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, files, size }]: { filename: string; files: { path: string }[]; size: number }[] =
    JSON.parse(printed);
  const tarball = join(folder, filename);
  process.stdout.write(`${filename}: ${files.length} files, ${(size / 1000).toFixed(0)} kB\n`);
  for (const pattern of NEEDED) {
    if (!files.some(({ path }) => pattern.test(path))) faults.push(`the package lacks ${pattern.source}`);
  }
  for (const { path } of files) {
    if (!ALLOWED.some((pattern) => pattern.test(path))) faults.push(`the package must not hold ${path}`);
  }

  run('publint', ['run', tarball, '--strict']);
  // Subpaths cannot be resolved by the resolution of Node 10, which our engines leave out.
  run('attw', [tarball, '--profile', 'node16', '--format', 'ascii', '--no-emoji']);
  openDoors(tarball);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`package: ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function run(tool: string, arguments_: readonly string[]): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin', tool), arguments_, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) faults.push(`${tool} is not content`);
}

/** Unpacks the tarball as a dependency of an empty project, and loads every entry in both module systems. */
function openDoors(tarball: string): void {
  const modules = join(folder, 'project/node_modules');
  mkdirSync(modules, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  cpSync(join(folder, 'package'), join(modules, 'replyguard'), { recursive: true });
  for (const name of Object.keys(manifest.dependencies))
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  // What registers itself with a test runner opens inside that runner only.
  const doors = Object.keys(manifest.exports).filter((door) => !/\*|\.json$|\/register$/.test(door));
  const names = doors.map((door) => `replyguard${door.slice(1)}`);
  const first = `const reply = '退款24小时内一定到账'; const { verdict } = core.createGuard().check(reply);
    if (verdict !== 'block') throw new Error('verdict ' + verdict);`;
  const programs: Readonly<Record<string, string>> = {
    'main.mjs': `${names
      .map((name) => `await import('${name}');`)
      .join('\n')}\nconst core = await import('replyguard');\n${first}`,
    'main.cjs': `${names
      .map((name) => `require('${name}');`)
      .join('\n')}\nconst core = require('replyguard');\n${first}`,
  };
  for (const [file, text] of Object.entries(programs)) {
    writeFileSync(join(folder, 'project', file), text);
    const { status } = spawnSync(process.execPath, [file], { cwd: join(folder, 'project'), stdio: 'inherit' });
    if (status !== 0) faults.push(`${file}: an entry does not load`);
  }
  const command = spawnSync(process.execPath, [join(modules, 'replyguard/dist/cli/main.js'), '--version'], {
    encoding: 'utf8',
  });
  if (command.stdout.trim() !== manifest.version) faults.push(`replyguard --version prints "${command.stdout.trim()}"`);
}
