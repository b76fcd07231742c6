export { EMPTY_CONTEXT } from './context';
export type { Channel, Context, Instant, ResolvedContext, Turn } from './context';
export { readContext } from './read';
