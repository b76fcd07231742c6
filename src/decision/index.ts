/** Entry `replyguard/decision`: from a complaint to what to do about it, with the reasons, and how to say it. */
export { ASKS, ISSUES, MONEY_ASKS, STOCKS, VERIFICATIONS, readCase } from './case.ts';
export type { AskedRemedy, Case, Issue } from './case.ts';
export { createDecider, decide, readRows } from './decide.ts';
export type { DeciderOptions } from './decide.ts';
export { ACTIONS, DEPARTMENTS, ESCALATIONS, FREIGHTS, REMEDIES } from './decision.ts';
export type {
  Action,
  AnswerDecision,
  Decision,
  DecisionTimes,
  DeclineDecision,
  Department,
  EscalateDecision,
  Escalation,
  Freight,
  InvestigateDecision,
  Offer,
  OfferDecision,
  OfferTimes,
  Reason,
  Remedy,
  VerifyDecision,
} from './decision.ts';
export { DECISION_ROWS } from '../generated/decisions.ts';
export type { DecisionRow } from './table.ts';
export { CaseError, DataError, PolicyError } from '../errors.ts';
export { compose, composed } from '../composition/index.ts';
export type { ComposeOptions, Register } from '../composition/index.ts';
