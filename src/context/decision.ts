import { ACTIONS, DEPARTMENTS, ESCALATIONS, FREIGHTS, REMEDIES } from '../decision/decision.ts';
import type { Decision } from '../decision/decision.ts';

const UNITS: readonly string[] = ['minute', 'hour', 'day', 'business-day'];
const OPENINGS: readonly string[] = ['apology', 'thanks'];
const TIMES = ['reply', 'verification', 'review', 'refund', 'dispatch'] as const;
const FLAGS = ['askEvidence', 'mayAskReview', 'publicReply'] as const;

/** Whether a value has the shape of a decision, so that it can be relied on without a look at each use. */
export function isDecision(value: unknown): value is Decision {
  if (!isRecord(value)) return false;
  return (
    isOneOf(ACTIONS, value['action']) &&
    isListOf(value['offers'], isOffer) &&
    (value['escalateTo'] === null || isOneOf(ESCALATIONS, value['escalateTo'])) &&
    (value['escalateTo'] !== null) === (value['action'] === 'escalate') &&
    isListOf(value['notify'], (entry) => isOneOf(DEPARTMENTS, entry)) &&
    isTimes(value['times']) &&
    isOneOf(OPENINGS, value['openWith']) &&
    FLAGS.every((flag) => typeof value[flag] === 'boolean') &&
    isListOf(value['because'], isReason)
  );
}

function isOffer(value: unknown): boolean {
  return (
    isRecord(value) &&
    isOneOf(REMEDIES, value['remedy']) &&
    (value['amount'] === null || isAmount(value['amount'])) &&
    isOneOf(FREIGHTS, value['freight'])
  );
}

function isTimes(value: unknown): boolean {
  return isRecord(value) && TIMES.every((name) => value[name] === null || isDuration(value[name]));
}

function isDuration(value: unknown): boolean {
  return isRecord(value) && isAmount(value['min']) && isAmount(value['max']) && isOneOf(UNITS, value['unit']);
}

function isReason(value: unknown): boolean {
  return isRecord(value) && typeof value['rule'] === 'string' && typeof value['source'] === 'string';
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

function isListOf(value: unknown, test: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
