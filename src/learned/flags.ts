/** What is known about a reply beside its words, as features. */
import type { ResolvedContext } from '../context/context.ts';
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
