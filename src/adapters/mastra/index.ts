/**
 * `replyguard/mastra`: an output processor for agents of Mastra 1.x.
 *
 * @packageDocumentation
 */
export { replyguardProcessor } from './processor.ts';
export type { MastraOptions, ReplyguardProcessor, TripwireMetadata } from './processor.ts';
export type { MastraRequest, MessageList, RequestContext } from './types.ts';
export type { Notice } from '../shared/notice.ts';
export type { AdapterOptions } from '../shared/options.ts';
export type { Outcome, Protected, ProtectOptions } from '../../stream/outcome.ts';
