export { EMPTY_CONTEXT } from './context.ts';
export type { Channel, Context, Instant, ResolvedContext, Turn } from './context.ts';
export { readContext } from './read.ts';
