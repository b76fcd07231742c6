/**
 * `replyguard/openai-agents`: for the OpenAI Agents SDK. A model that lets nothing unchecked out, whole or streamed; an output
 * guardrail; a guardrail for tools.
 *
 * @packageDocumentation
 */
export { replyguardGuardrail } from './guardrail.ts';
export type { GuardrailCall, GuardrailFinding, GuardrailInfo, GuardrailOptions, OutputGuardrail } from './guardrail.ts';
export { replyguardModel } from './model.ts';
export type { ModelOptions } from './response.ts';
export { replyguardToolGuardrail } from './tool-guardrail.ts';
export type {
  ToolGuardrailBehavior,
  ToolGuardrailCall,
  ToolGuardrailFinding,
  ToolGuardrailInfo,
  ToolGuardrailOptions,
  ToolInputGuardrail,
} from './tool-guardrail.ts';
export type { ReplyguardMetadata } from '../shared/metadata.ts';
export type { AdapterOptions, Talk } from '../shared/options.ts';
export type * from './types.ts';
