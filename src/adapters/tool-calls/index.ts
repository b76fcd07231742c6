/**
 * `replyguard/tool-calls`: checks what an agent is about to do, not only what it says: the text that a `send_reply` would send, the
 * amounts that an `issue_refund` would pay.
 *
 * @packageDocumentation
 */
export { checkToolCall } from './check.ts';
export type { ToolCall } from './check.ts';
export { assertToolCall, ToolCallError, toolCallFeedback, toolCallViolations } from './enforce.ts';
export type { MoneyKind } from './limits.ts';
export type { MoneyUnit } from './money.ts';
export type { AmountField, ToolCallOptions, ToolFields } from './options.ts';
export type { AmountArgumentFinding, AmountKind, ShapeArgumentFinding, TextArgumentFinding, ToolCallFinding, ToolCallReport } from './report.ts';
