export { daysBetween, oldest } from './age.ts';
export { SuppressionCollector } from './collector.ts';
export { replyKey } from './entry.ts';
export type { ReplyFindings, ReplyIdentity, SuppressionEntry } from './entry.ts';
export { formatSuppressions, parseSuppressions } from './file.ts';
export { Suppressor } from './suppressor.ts';
export type { Looked, StaleEntry } from './suppressor.ts';
