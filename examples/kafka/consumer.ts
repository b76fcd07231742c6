/** The handler in a consumer: `npm run example examples/kafka/consumer.ts BROKER TOPIC`. Prints the summary every minute. */
import { Kafka } from 'kafkajs';
import { createGuard } from 'replyguard';
import { mergeTotals, summarize } from 'replyguard/audit';
import { auditHandler } from './handler.ts';
import type { Store, Stored } from './handler.ts';

const [broker = 'localhost:9092', topic = 'replies'] = process.argv.slice(2);

/** In place of a database: what it holds is lost with the process, and read anew from the first message. */
const partitions = new Map<string, Stored>();
const store: Store = {
  load: (partition) => Promise.resolve(partitions.get(partition) ?? null),
  save: (partition, stored) => Promise.resolve(void partitions.set(partition, stored)),
};

const guard = createGuard();
const consumer = new Kafka({ clientId: 'replyguard', brokers: [broker] }).consumer({ groupId: `replyguard-audit-${process.pid}` });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({ eachBatchAutoResolve: false, eachBatch: auditHandler(guard, store) });
setInterval(() => {
  const totals = mergeTotals([...partitions.values()].map((stored) => stored.totals));
  process.stdout.write(`${JSON.stringify(summarize(totals, guard.policy))}\n`);
}, 60_000);
