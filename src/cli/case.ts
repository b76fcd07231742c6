import { Option } from 'commander';
import type { Command } from 'commander';
import { ASKS, ISSUES, REMEDIES, STOCKS, VERIFICATIONS } from '../decision/index.ts';
import { amount, CHANNELS, TIERS, wholeNumber } from './args.ts';

/** The options that say what a case is, as they were typed. */
export interface CaseFlags {
  readonly issue?: string;
  readonly paid?: number;
  readonly verification?: string;
  readonly evidenceReceived?: true;
  readonly evidenceRequests?: number;
  readonly cannotShow?: true;
  readonly bulky?: true;
  readonly returnFreight?: number;
  readonly stock?: string;
  readonly daysSinceDelivery?: number;
  readonly ask?: string;
  readonly askAmount?: number;
  readonly rejected?: readonly string[];
  readonly contacts?: number;
  readonly claims90d?: number;
  readonly sameProductComplaints?: number;
  readonly reviewStars?: number;
  readonly reviewPublic?: true;
  readonly resolved?: true;
  readonly tier?: string;
  readonly channel?: string;
}

/** The options that carry one field of a case. */
const FIELDS = [
  'issue',
  'paid',
  'verification',
  'bulky',
  'returnFreight',
  'stock',
  'daysSinceDelivery',
  'rejected',
  'contacts',
  'claims90d',
  'sameProductComplaints',
  'resolved',
  'tier',
  'channel',
] as const;

/** Adds an option for each thing that a case can say. */
export function withCase(command: Command): Command {
  return command
    .optionsGroup('The case, where its JSON does not say it:')
    .addOption(new Option('--issue <issue>', 'what it is about').choices(ISSUES))
    .option('--paid <amount>', "what the customer paid for the item, in the policy's currency", amount)
    .addOption(new Option('--verification <state>', 'how far the verification has come').choices(VERIFICATIONS))
    .option('--evidence-received', 'proof was received')
    .option('--evidence-requests <count>', 'how often proof was requested before', wholeNumber)
    .option('--cannot-show', 'no photo or video can show the fault')
    .option('--bulky', 'the return freight is large')
    .option('--return-freight <amount>', 'what the return costs', amount)
    .addOption(new Option('--stock <state>', 'stock of the whole item').choices(STOCKS))
    .option('--days-since-delivery <days>', 'whole days since delivery', wholeNumber)
    .addOption(new Option('--ask <remedy>', 'what the customer demands').choices(ASKS))
    .option('--ask-amount <amount>', 'how much the customer demands', amount)
    .option('--rejected <remedies>', `what the customer turned down: ${REMEDIES.join(', ')}; several with commas`, names)
    .option('--contacts <count>', 'how often the customer has written about this', wholeNumber)
    .option('--claims-90d <count>', "this customer's claims in the last 90 days", wholeNumber)
    .option('--same-product-complaints <count>', 'complaints about this product', wholeNumber)
    .option('--review-stars <stars>', 'stars of the review that stands, 1 to 5', wholeNumber)
    .option('--review-public', 'others can read the review')
    .option('--resolved', 'the problem has been solved')
    .addOption(new Option('--tier <tier>', 'who answers').choices(TIERS))
    .addOption(new Option('--channel <channel>', 'where the reply will stand').choices(CHANNELS));
}

/** The fields of a case that the options name; `readCase` judges them. */
export function caseOf(flags: CaseFlags): Readonly<Record<string, unknown>> {
  const { evidenceReceived, evidenceRequests, cannotShow, ask, askAmount, reviewStars, reviewPublic } = flags;
  const evidence = given({ received: evidenceReceived, requests: evidenceRequests, canShow: cannotShow === true ? false : undefined });
  const demand = given({ remedy: ask, amount: askAmount });
  const review = given({ stars: reviewStars, public: reviewPublic });
  return given({
    ...Object.fromEntries(FIELDS.map((field) => [field, flags[field]])),
    evidence,
    ask: demand,
    review: review === undefined ? undefined : { public: false, ...review },
  }) ?? {};
}

/** The fields that have a value; `undefined` where none has. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

function names(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((name) => name.trim())];
}
