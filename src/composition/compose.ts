import { ISSUES } from '../decision/case.ts';
import type { Case, Issue } from '../decision/case.ts';
import { decide } from '../decision/decide.ts';
import type { Decision, Offer } from '../decision/decision.ts';
import { faultyChoice, InputError, refuseUnknownOptions, throwFaults } from '../errors.ts';
import { wordingEn } from '../generated/wording-en.ts';
import { wordingZh } from '../generated/wording-zh.ts';
import { fillTemplate, formatDuration, formatMoney } from '../messages/format.ts';
import { loadPolicy, toMinor } from '../policy/index.ts';
import type { Policy, PolicyInput, PolicyName } from '../policy/index.ts';
import type { Language } from '../types.ts';
import type { Phrase, Register, Slot, Wording } from './wording.ts';

/** How a decision is to be worded. */
export interface ComposeOptions {
  /** The policy that the decision was made under. Default: `default`. */
  readonly policy?: PolicyName | PolicyInput | Policy;
  /** Language of the reply. Default: the policy's. */
  readonly locale?: Language;
  /** A formal letter or a short chat message. Default: `chat`. */
  readonly register?: Register;
  /** Who can read it: a public reply names no remedy and nothing private. Default: `private`. */
  readonly channel?: 'private' | 'public';
  /** What the customer's case is about, so that the reply says what was understood. Default: it says nothing of it. */
  readonly issue?: Issue;
  /** Name in the salutation; left out in public. Default: none. */
  readonly customerName?: string;
  /** Chooses among the approved variants: the same seed gives the same reply. An integer ≥ 0; default 0. */
  readonly seed?: number;
}

/** Options that `composed` takes too. */
const OWN_OPTIONS = ['locale', 'register', 'channel', 'customerName', 'seed'];
const OPTIONS = [...OWN_OPTIONS, 'policy', 'issue'];
const WORDINGS: Readonly<Record<Language, Wording>> = { zh: wordingZh, en: wordingEn };

/**
 * Words a decision with approved phrases, in the order that the sources demand: apology and empathy, what was
 * understood, the options or the next step with its time, the door left open.
 *
 * @throws PolicyError if the policy is wrong, InputError if an option is.
 */
export function compose(decision: Decision, options: ComposeOptions = {}): string {
  refuseFaultyOptions(options, OPTIONS);
  const policy = loadPolicy(options.policy ?? 'default');
  const locale = options.locale ?? policy.language;
  const words = new Phrasebook(WORDINGS[locale], options.register ?? 'chat', options.seed ?? 0);
  if (options.channel === 'public') return publicReply(decision, words);
  const separator = locale === 'en' ? ' ' : '';
  const parts = [opening(decision, words, options), ...body(decision, words, policy, locale, options.issue), words.say('close')];
  return parts.join(separator).trim();
}

/**
 * What `guard.fix` may send in the place of a reply that cannot be mended: the composed reply of the case.
 *
 * @param given The case.
 * @param options As for `compose`; the policy is the guard's, the issue and the channel are the case's.
 * @throws InputError if an option is wrong; CaseError, when it is called, if the case is.
 */
export function composed(given: Case, options: Omit<ComposeOptions, 'policy' | 'issue'> = {}): (policy: Policy) => string {
  refuseFaultyOptions(options, OWN_OPTIONS);
  return (policy) => compose(decide(given, policy), { channel: given.channel ?? 'private', ...options, policy, issue: given.issue });
}

/** @throws InputError that names each option and what it may be. */
function refuseFaultyOptions(options: ComposeOptions, known: readonly string[]): void {
  refuseUnknownOptions(options, known);
  const { locale, register, channel, issue, customerName, seed } = options;
  throwFaults(InputError, [
    ...faultyChoice(locale, ['zh', 'en'], 'options.locale'),
    ...faultyChoice(register, ['letter', 'chat'], 'options.register'),
    ...faultyChoice(channel, ['private', 'public'], 'options.channel'),
    ...faultyChoice(issue, ISSUES, 'options.issue'),
    ...(customerName === undefined || typeof customerName === 'string' ? [] : [{ path: 'options.customerName', expected: 'a name' }]),
    ...(seed === undefined || (Number.isInteger(seed) && seed >= 0) ? [] : [{ path: 'options.seed', expected: 'a whole number ≥ 0' }]),
  ]);
}

/** Picks a variant of each phrase by the seed; a phrase's pick does not depend on which others are used. */
class Phrasebook {
  private readonly wording: Wording;
  private readonly register: Register;
  private readonly seed: number;

  constructor(wording: Wording, register: Register, seed: number) {
    this.wording = wording;
    this.register = register;
    this.seed = seed;
  }

  say(phrase: Phrase, slots: Partial<Record<Slot, string>> = {}): string {
    const entry = this.wording[phrase];
    const variants = 'both' in entry ? entry.both : entry[this.register];
    const mixed = mix(this.seed, phrase);
    return fillTemplate(variants[mixed % variants.length]!, (name) => slots[name as Slot]);
  }
}

/** A number from the seed and the phrase in which every bit depends on every bit of both. */
function mix(seed: number, phrase: string): number {
  let mixed = seed + 1;
  for (let at = 0; at < phrase.length; at++) mixed = Math.imul(mixed ^ phrase.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function opening(decision: Decision, words: Phrasebook, { customerName }: ComposeOptions): string {
  const greeting =
    customerName === undefined ? words.say('salutation-unnamed') : words.say('salutation', { customer: customerName });
  return greeting + words.say(decision.openWith);
}

function body(decision: Decision, words: Phrasebook, policy: Policy, locale: Language, issue: Issue | undefined): string[] {
  const { times } = decision;
  const time = (phrase: Phrase, slot: Slot, value: typeof times.refund): string[] =>
    value === null ? [] : [words.say(phrase, { [slot]: formatDuration(value, locale) })];
  const parts: string[] = issue === undefined ? [] : [words.say(`understood-${issue}`)];
  switch (decision.action) {
    case 'answer':
      parts.push(words.say(isResolved(decision) ? 'answer-resolved' : 'answer'));
      break;
    case 'investigate':
      parts.push(words.say('investigate'));
      break;
    case 'verify':
      parts.push(...time('verify', 'verification', times.verification));
      if (decision.askEvidence) parts.push(words.say('ask-evidence'));
      break;
    case 'escalate':
      parts.push(...time(`escalate-${decision.escalateTo}`, 'review', times.review));
      break;
    case 'decline':
      parts.push(words.say('decline'));
      break;
    case 'offer':
      break;
  }
  parts.push(...offers(decision.offers, words, policy, locale));
  parts.push(...time('time-refund', 'refund', times.refund), ...time('time-dispatch', 'dispatch', times.dispatch));
  if (decision.offers.length > 1) parts.push(words.say('choose'));
  if (decision.mayAskReview) parts.push(words.say('ask-review'));
  return parts;
}

function offers(list: readonly Offer[], words: Phrasebook, policy: Policy, locale: Language): string[] {
  const [first, second] = list.map((offer) => {
    const money = offer.amount === null ? undefined : { minor: toMinor(offer.amount), currency: policy.currency };
    const remedy = words.say(`remedy-${offer.remedy}`, money === undefined ? {} : { amount: formatMoney(money, locale) });
    return offer.freight === 'none' ? remedy : remedy + words.say(`freight-${offer.freight}`);
  });
  if (first === undefined) return [];
  return [second === undefined ? words.say('offer-one', { first }) : words.say('offer-two', { first, second })];
}

/** What everybody may read: no remedy, no amount, no name. */
function publicReply(decision: Decision, words: Phrasebook): string {
  if (decision.openWith === 'apology') return words.say('public-apology');
  return words.say(isResolved(decision) ? 'public-thanks-resolved' : 'public-thanks');
}

/** A resolved case is settled by the row of that name alone. */
function isResolved(decision: Decision): boolean {
  return decision.because[0]?.rule === 'resolved';
}
