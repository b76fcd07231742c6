/** What is known about a reply beside its words, as features. */
import type { ResolvedContext } from '../context/context.ts';
import type { Sentence } from '../reading/reading.ts';
import type { Language } from '../types.ts';
import { flagFeature } from './hashing.ts';

/** What the flags need of a context. */
export type Circumstances = Pick<ResolvedContext, 'complaint' | 'resolved' | 'verified' | 'apologized' | 'channel' | 'evidenceRequests'>;

const FIRST = flagFeature(1);
const LAST = flagFeature(2);
const QUESTION = flagFeature(3);
const COMPLAINT = flagFeature(4);
const REQUESTED = flagFeature(5);
const RESOLVED = flagFeature(6);
const VERIFIED = flagFeature(7);
const PUBLIC = flagFeature(8);
const FIRST_SHORT = 9;
const FIRST_SOFTENING = 13;

/**
 * Concepts that soften a reply, wherever they stand in it: a bare rule is cold, the same rule after an apology and before
 * another way out is not. Their weights are never above zero, so that what follows can only take evidence away; a stream
 * relies on that.
 */
const SOFTENING = [
  'apology', 'empathy', 'thanks', 'greeting', 'explain', 'alternative', 'next-step', 'remedy', 'agent-step', 'choice', 'own-errand', 'restate',
];

/** The features of softening concepts. */
export const SOFTENING_FLAGS: readonly number[] = SOFTENING.map((_, index) => flagFeature(FIRST_SOFTENING + index));

/**
 * A reply is short that has at most so many characters, and shorter still. Their weights are never below zero: a reply only
 * grows, so that these too can only go.
 */
const SHORT: Readonly<Record<Language, readonly number[]>> = { zh: [8, 16, 28, 48], en: [24, 48, 84, 144] };
/** The features of short replies. */
export const SHORT_FLAGS: readonly number[] = SHORT.zh.map((_, index) => flagFeature(FIRST_SHORT + index));

/** Every feature that is a flag. */
export const FLAGS: readonly number[] = [FIRST, LAST, QUESTION, COMPLAINT, REQUESTED, RESOLVED, VERIFIED, PUBLIC, ...SOFTENING_FLAGS, ...SHORT_FLAGS];

/** The features of a reply of so many characters. */
export function shortFlags(length: number, language: Language): number[] {
  return SHORT_FLAGS.filter((_, index) => length <= SHORT[language][index]!);
}

/** Finds softening concepts. */
export class Softeners {
  /** The bit of each concept, by its id. */
  private readonly bits: Int32Array;

  /** @param names The names of all concepts, by id. */
  constructor(names: readonly string[]) {
    this.bits = Int32Array.from(names, (name) => (SOFTENING.includes(name) ? 1 << SOFTENING.indexOf(name) : 0));
  }

  /** The softening concepts of a sentence, as a bit set. */
  in({ tokens }: Sentence): number {
    let set = 0;
    for (const { concepts } of tokens) for (const id of concepts) if (id >= 0) set |= this.bits[id]!;
    return set;
  }
}

/** The features of a bit set of softening concepts. */
export function softeningFlags(set: number): number[] {
  return SOFTENING_FLAGS.filter((_, index) => (set & (1 << index)) !== 0);
}

/** Features of the talk: they hold for every part of the reply. */
export function contextFlags(context: Circumstances): number[] {
  const flags: number[] = [];
  if (context.complaint) flags.push(COMPLAINT);
  if (context.evidenceRequests > 0) flags.push(REQUESTED);
  if (context.resolved) flags.push(RESOLVED);
  if (context.verified) flags.push(VERIFIED);
  if (context.channel === 'public') flags.push(PUBLIC);
  return flags;
}

/** Features of a group of units by its place in the reply. */
export function placeFlags(first: boolean, last: boolean, question: boolean): number[] {
  const flags: number[] = [];
  if (first) flags.push(FIRST);
  if (last) flags.push(LAST);
  if (question) flags.push(QUESTION);
  return flags;
}
