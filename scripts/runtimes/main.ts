/**
 * `npm run verify:runtimes`: packs the package, installs it outside the repository, and has every runtime do the same work with
 * it. All must say the same, byte for byte. One table at the end; a runtime that could not be had is named with the reason.
 * `-- --built` takes `dist` as it stands instead of building it. `-- Deno Chromium` runs only those named.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { faultOf } from './answer.ts';
import { HOSTS, thisNode } from './hosts.ts';
import type { Host, HostSource } from './hosts.ts';
import { makeProject, pack } from './project.ts';
import { gatherSample } from './sample.ts';
import { run } from './shell.ts';

interface Row {
  readonly name: string;
  readonly version: string;
  readonly state: 'ok' | 'FAILED' | 'not run';
  readonly seconds: number;
  readonly said: string;
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const scratch = mkdtempSync(join(tmpdir(), 'replyguard-runtimes-'));
const rows: Row[] = [];
const BUILD_TIMEOUT = 600_000;

async function tryHost({ name, open }: HostSource, project: string, { answer: reference, printed }: ReturnType<typeof thisNode>): Promise<Row> {
  let host: Host;
  const row = (version: string, state: Row['state'], said: string): Row => ({ name, version, state, seconds: (performance.now() - started) / 1000, said });
  let started = performance.now();
  try {
    host = open(join(scratch, name.replaceAll(' ', '-')));
  } catch (error) {
    return row('', 'not run', messageOf(error));
  }
  started = performance.now();
  try {
    const answers = await host.work(project);
    const fault = answers.map((answer) => faultOf(answer, reference)).find((found) => found !== null);
    if (fault === undefined && host.commandLine !== undefined && host.commandLine(project) !== printed) return row(host.version, 'FAILED', 'its command line prints something else');
    return fault === undefined ? row(host.version, 'ok', `${answers.length * reference.checked} expectations, ${answers.length * reference.lines.length} results${host.commandLine === undefined ? '' : ' and the command line'} the same`) : row(host.version, 'FAILED', fault);
  } catch (error) {
    return row(host.version, 'FAILED', messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}

try {
  if (!process.argv.includes('--built')) {
    const { ok, fault } = run('npm', ['run', '--silent', 'build'], ROOT, BUILD_TIMEOUT);
    if (!ok) throw new Error(`build: ${fault}`);
  }
  const project = join(scratch, 'project');
  const sample = gatherSample();
  makeProject(project, pack(join(scratch, 'tarball')), sample);
  const reference = thisNode(project);
  console.log(`sample: ${sample.replies.length} replies, ${sample.cases.length} cases; reference: Node ${process.version}`);
  for (const wrong of reference.answer.wrong) console.log(`not so: ${wrong}`);
  for (const source of HOSTS) {
    if (wanted.length > 0 && !wanted.includes(source.name)) continue;
    rows.push(await tryHost(source, project, reference));
    console.log(`${source.name}: ${rows.at(-1)!.state}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

console.log();
for (const { name, version, state, seconds, said } of rows) {
  console.log(`${name.padEnd(10)}${version.padEnd(16)}${state.padEnd(9)}${`${seconds.toFixed(1)}s`.padStart(7)}  ${said}`);
}
const count = (state: Row['state']): number => rows.filter((row) => row.state === state).length;
if (count('not run') > 0) console.log(`\n${count('not run')} not run: ${rows.filter(({ state }) => state === 'not run').map(({ name, said }) => `${name} (${said})`).join(', ')}`);
console.log(`\n${count('ok')} passed, ${count('FAILED')} failed`);
process.exitCode = count('FAILED') === 0 && count('ok') > 0 ? 0 : 1;
