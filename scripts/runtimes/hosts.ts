/** The runtimes: how each is got hold of, and how it is made to do the work. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Answer } from './answer.ts';
import { findChromium, launchChromium, serveFolder } from './chromium.ts';
import { install, run, start, stop } from './shell.ts';

/** A runtime that is there. */
export interface Host {
  readonly version: string;
  /** Does the work with the package that is installed in `project`. */
  readonly work: (project: string) => Promise<readonly Answer[]>;
  /** What its command line prints for the sample; absent where there is none. */
  readonly commandLine?: (project: string) => string;
}

/** A runtime that may be there. */
export interface HostSource {
  readonly name: string;
  /** Installs or finds it; throws where that cannot be done, with the reason. */
  readonly open: (folder: string) => Host;
}

/** Every runtime that the library is for. */
export const HOSTS: readonly HostSource[] = [
  ...['20', '22', '24', '26'].map((major) => program(`Node ${major}`, `node@${major}`, [], ['run.mjs'], ['run.cjs'])),
  program('Bun', 'bun@1', ['run'], ['run', 'run.mjs']),
  program('Deno', 'deno@2', ['run', '--no-prompt', '--cached-only', '--allow-all'], ['run', '--no-prompt', '--cached-only', '--allow-read', 'run.mjs']),
  { name: 'workerd', open: openWorkerd },
  { name: 'Chromium', open: openChromium },
];

/** A runtime that npm installs and that runs a file; each of the calls does the work once. `all`: how it runs the command line. */
function program(name: string, specifier: string, all: readonly string[], ...calls: string[][]): HostSource {
  return {
    name,
    open(folder) {
      const binary = installed(folder, specifier);
      return {
        version: versionOf(binary, folder),
        work: (project) => Promise.resolve(calls.map((call) => answerOf(run(binary, call, project)))),
        commandLine: (project) => commandLine(binary, all, project),
      };
    },
  };
}

/** The Node that runs this script: what the others are compared with. */
export function thisNode(project: string): { readonly answer: Answer; readonly printed: string } {
  return { answer: answerOf(run(process.execPath, ['run.mjs'], project)), printed: commandLine(process.execPath, [], project) };
}

/** What `replyguard check --jsonl` prints for the sample. */
function commandLine(binary: string, before: readonly string[], project: string): string {
  const { ok, output, fault } = run(binary, [...before, 'node_modules/replyguard/dist/cli/main.js', 'check', '--jsonl', '--fail-on', 'never', 'replies.jsonl'], project);
  if (!ok) throw new Error(`replyguard check: ${fault}`);
  return output;
}

function installed(folder: string, specifier: string): string {
  install(folder, specifier);
  return join(folder, 'node_modules/.bin', specifier.split('@')[0]!);
}

function versionOf(binary: string, folder: string): string {
  const { ok, output, fault } = run(binary, ['--version'], folder);
  if (!ok) throw new Error(`does not start: ${fault}`);
  return /\d[\w.-]*/.exec(output)?.[0] ?? output.trim();
}

function answerOf({ ok, output, fault }: ReturnType<typeof run>): Answer {
  if (!ok) throw new Error(fault);
  return JSON.parse(output) as Answer;
}

/** The installed package and the work in one module without imports. */
async function bundle(project: string, entry: string): Promise<string> {
  const outfile = join(project, `bundled-${entry}`);
  await build({ entryPoints: [join(project, entry)], outfile, bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', charset: 'utf8', logLevel: 'error' });
  return outfile;
}

function openWorkerd(folder: string): Host {
  const binary = installed(folder, 'workerd@1');
  return {
    version: versionOf(binary, folder),
    async work(project) {
      const port = await freePort();
      await bundle(project, 'worker.mjs');
      writeFileSync(join(project, 'worker.capnp'), workerConfig(port));
      const server = start(binary, ['serve', 'worker.capnp'], project);
      try {
        return [(await ask(`http://127.0.0.1:${port}/`)) as Answer];
      } finally {
        await stop(server);
      }
    },
  };
}

function workerConfig(port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "bundled-worker.mjs")],
    compatibilityDate = "2025-01-01",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;
}

/** Asks until the server is up. */
async function ask(url: string): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
      const text = await response.text();
      if (!response.ok) throw new Error(`HTTP ${response.status}: ${text.slice(0, 300)}`);
      return JSON.parse(text);
    } catch (error) {
      const down = error instanceof TypeError && error.message === 'fetch failed';
      if (!down || attempt >= 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createServer();
    socket.once('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });
}

function openChromium(): Host {
  return {
    version: versionOf(findChromium(), '/'),
    async work(project) {
      const folder = join(project, 'page');
      mkdirSync(folder);
      cpSync(await bundle(project, 'page.mjs'), join(folder, 'page.mjs'));
      writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>replyguard</title><script type="module" src="page.mjs"></script>');
      const served = await serveFolder(folder);
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(error.message));
        await page.goto(served.url);
        await page.waitForFunction('globalThis.answer !== undefined', undefined, { timeout: 120_000 }).catch((error: unknown) => {
          throw faults.length > 0 ? new Error(faults.join('; ')) : error;
        });
        return [JSON.parse((await page.evaluate('JSON.stringify(globalThis.answer)')) as string) as Answer];
      } finally {
        await browser.close();
        served.close();
      }
    },
  };
}
