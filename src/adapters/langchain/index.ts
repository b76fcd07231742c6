/**
 * `replyguard/langchain`: a middleware for agents of LangChain 1.x.
 *
 * @packageDocumentation
 */
export { replyguardMiddleware } from './middleware.ts';
export type { LangChainOptions, ModelRequest, ReplyguardMiddleware } from './middleware.ts';
export type { ChatMessage } from './messages.ts';
export type { Notice } from '../shared/notice.ts';
export type { AdapterOptions } from '../shared/options.ts';
export type { Outcome, Protected, ProtectOptions } from '../../stream/outcome.ts';
export { ViolationError } from '../../stream/violation.ts';
