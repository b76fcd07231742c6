import { defaultEngine } from './default-engine.ts';
import type { Reading } from './engine.ts';

/** Acts of a customer, as `rules/acts/complaint.yml` has them. */
const COMPLAINT = 'complaint';
const DELIGHT = 'delight';
/** Marks of a raised voice. */
const LOUD = ['!!', '！！', '??', '？？', '?!', '!?', '？！', '！？'];

/**
 * Whether a customer's message reads like a complaint: it reports a defect, damage or something missing or wrong,
 * reproaches a delay, or is plainly dissatisfied. Questions before the sale, about use and about the status of an order
 * are none. For callers that have no flag of their own to give as `context.complaint`; the check itself never guesses.
 *
 * @param text The customer's message; any string at all.
 */
export function looksLikeComplaint(text: string): boolean {
  return readsAsComplaint(text, defaultEngine().read(text));
}

/** The same of a message that was read. */
export function readsAsComplaint(text: string, { sentences }: Reading): boolean {
  const acts = sentences.flatMap((sentence) => sentence.acts);
  const said = (name: string): boolean =>
    acts.some(({ type, modifiers }) => type.name === name && modifiers.conditional === undefined && modifiers.quoted === undefined);
  return said(COMPLAINT) || (LOUD.some((marks) => text.includes(marks)) && !said(DELIGHT));
}
