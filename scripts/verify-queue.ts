/**
 * `npm run verify:queue`: the audit of examples/bullmq on a real Redis server with several worker processes, one of which is killed
 * in the middle of a job. The summary must be that of a single run, and no result may be lost or counted twice.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Queue } from 'bullmq';
import { createGuard } from 'replyguard';
import { auditRows, mergeTotals, summarize } from 'replyguard/audit';
import { collect, produce, progressOf, QUEUE } from '../examples/bullmq/audit.ts';
import { rangesOf, rowsOf } from '../examples/bullmq/ranges.ts';

const root = resolve(import.meta.dirname, '..');
const ROWS = 40_000;
const RANGE = 256_000;
const WORKERS = 3;
const DEADLINE = 300_000;

if (spawnSync('redis-server', ['--version']).status !== 0) {
  process.stdout.write('verify:queue: there is no redis-server here (Debian: apt-get install redis-server)\n');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'replyguard-queue-'));
const children: ChildProcess[] = [];
try {
  const port = await freePort();
  children.push(spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], { stdio: 'ignore' }));
  await until('Redis answers', async () => spawnSync('redis-cli', ['-p', String(port), 'ping']).stdout.toString().startsWith('PONG'));
  const file = join(folder, 'chats.jsonl');
  run('npx', ['tsx', 'scripts/generate-chats.ts', String(ROWS), file]);

  const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
  const jobs = await produce(connection, file, RANGE);
  // Somebody who adds the same jobs again adds nothing.
  await produce(connection, file, RANGE);

  const victim = startWorker(port);
  const job = await victim.firstJob;
  victim.process.kill('SIGKILL');
  for (let count = 1; count < WORKERS; count++) startWorker(port);
  await until('all jobs are done', async () => {
    const { done, failed } = await progressOf(connection);
    if (failed > 0) throw new Error(`${failed} jobs failed`);
    return done === jobs;
  });

  const guard = createGuard();
  const parts = [];
  for (const range of await rangesOf(file, RANGE)) parts.push(auditRows(guard, await rowsOf(range)));
  const single = summarize(mergeTotals(parts), guard.policy);
  const queued = await collect(connection);
  const again = await stalledTimes(connection, job);
  expectTrue('every row is counted once', queued.rows.read === ROWS);
  expectTrue('the summary is that of a single run', JSON.stringify(queued) === JSON.stringify(single));
  expectTrue('the job of the killed worker was done by another', again > 1);
  process.stdout.write(
    `queue: ${queued.rows.read} rows in ${jobs} jobs on ${WORKERS} processes, 1 killed in the middle of a job (started ${again} times): totals equal the single run's\n`,
  );
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function startWorker(port: number): { readonly process: ChildProcess; readonly firstJob: Promise<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/bullmq/worker.ts', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.node.json' },
  });
  children.push(child);
  const firstJob = new Promise<string>((done) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const id = /^started (.+)$/m.exec(text)?.[1];
      if (id !== undefined) done(id);
    });
  });
  return { process: child, firstJob };
}

/** How often a job was begun. */
async function stalledTimes(connection: { host: string; port: number }, id: string): Promise<number> {
  const queue = new Queue(QUEUE, { connection });
  try {
    return (await queue.getJob(id))?.attemptsStarted ?? 0;
  } finally {
    await queue.close();
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + DEADLINE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`verify:queue: waited too long until ${what}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

function expectTrue(what: string, holds: boolean): void {
  if (!holds) throw new Error(`verify:queue: expected that ${what}`);
}

function run(command: string, arguments_: readonly string[]): void {
  const { status } = spawnSync(command, arguments_, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`verify:queue: ${command} failed`);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
