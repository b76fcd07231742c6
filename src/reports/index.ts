/**
 * Renders what a check or an audit found: HTML, SARIF, JUnit, GitHub annotations, CSV; and the entries of a suppressions file. Pure:
 * results in, text out; nothing here reads files or the clock.
 *
 * @packageDocumentation
 */
export { CSV_COLUMNS, csvRenderer } from './csv.ts';
export type { CsvOptions } from './csv.ts';
export { fingerprint } from './fingerprint.ts';
export { githubRenderer } from './github.ts';
export { auditHtml } from './html/audit.ts';
export type { AuditHtmlOptions } from './html/audit.ts';
export { htmlRenderer } from './html/report.ts';
export type { HtmlOptions } from './html/report.ts';
export { junitRenderer } from './junit.ts';
export type { JunitOptions } from './junit.ts';
export { MAX_FINDINGS } from './result.ts';
export type { CheckedReply, EscapedText, FailedReply, Place, Renderer, RenderOptions, Suppressed } from './result.ts';
export { openVerdict } from './result.ts';
export { sarifRenderer } from './sarif.ts';
export * from '../suppressions/index.ts';
