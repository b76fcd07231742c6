/** Entry `replyguard/decision`: from a complaint to what to do about it, with the reasons. */
export { ASKS, ISSUES, MONEY_ASKS, STOCKS, VERIFICATIONS, readCase } from './case';
export type { AskedRemedy, Case, Issue } from './case';
export { createDecider, decide, readRows } from './decide';
export type { DeciderOptions } from './decide';
export { ACTIONS, DEPARTMENTS, ESCALATIONS, FREIGHTS, REMEDIES } from './decision';
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
  Reason,
  Remedy,
  VerifyDecision,
} from './decision';
export { DECISION_ROWS } from '../generated/decisions';
export type { DecisionRow } from './table';
export { CaseError, DataError, PolicyError } from '../errors';
