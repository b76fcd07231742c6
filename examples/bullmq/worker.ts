/** One worker process: `npm run example examples/bullmq/worker.ts PORT`. Start as many as you like, on as many machines. */
import { work } from './audit.ts';

const port = Number(process.argv[2] ?? 6379);
const worker = work({ host: '127.0.0.1', port, maxRetriesPerRequest: null }, ({ id }) => {
  process.stdout.write(`started ${id}\n`);
});
worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
process.once('SIGTERM', () => void worker.close().then(() => process.exit(0)));
