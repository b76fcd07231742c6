import type { Context } from '../../context/index.ts';
import { toMinor } from '../../policy/money.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Language, Money, Multiple } from '../../types.ts';
import { argumentsAt } from './arguments.ts';
import { decidedLimit, limitOf } from './limits.ts';
import type { MoneyKind } from './limits.ts';
import { amountMessages, shapeMessages } from './messages.ts';
import type { ExpectedShape } from './messages.ts';
import { readMoney, readNumber } from './money.ts';
import type { AmountField, ToolFields } from './options.ts';
import type { AmountArgumentFinding, ShapeArgumentFinding } from './report.ts';

type AmountFinding = AmountArgumentFinding | ShapeArgumentFinding;

/** What amounts are judged by. */
export interface AmountJudgement {
  readonly policy: Policy;
  readonly context: Context;
  /** What was given already in this case, by kind: decimal numbers in the policy's currency. */
  readonly given: Readonly<Partial<Record<MoneyKind, number>>>;
  readonly language: Language;
}

/** Amounts of one kind in one currency. */
interface Sum {
  readonly kind: MoneyKind;
  readonly currency: string;
  /** Where the last of them stands. */
  path: string;
  minor: number;
}

/** Judges every amount among the arguments of a call; amounts of one kind count together. */
export function judgeAmounts(root: unknown, { amounts = [] }: ToolFields, judgement: AmountJudgement): AmountFinding[] {
  const findings: AmountFinding[] = [];
  const sums = new Map<string, Sum>();
  for (const field of amounts) {
    const found = argumentsAt(root, field.field);
    if (found.length === 0 && field.optional !== true) findings.push(shapeFinding(field.field, 'amount', judgement.language));
    for (const { path, value } of found) {
      const { kind } = field;
      if (kind === 'multiple') {
        findings.push(...judgeMultiple(path, value, judgement));
        continue;
      }
      const money = readMoney(value, field.unit ?? 'decimal', currencyOf(root, field, judgement.policy));
      if (money === undefined) findings.push(shapeFinding(path, field.unit ?? 'decimal', judgement.language));
      else addTo(sums, kind, path, money);
    }
  }
  return [...findings, ...[...sums.values()].flatMap((sum) => judgeSum(sum, judgement))];
}

function addTo(sums: Map<string, Sum>, kind: MoneyKind, path: string, { minor, currency }: Money): void {
  const key = `${kind} ${currency}`;
  const sum = sums.get(key) ?? { kind, currency, path, minor: 0 };
  sum.minor += minor;
  sum.path = path;
  sums.set(key, sum);
}

function judgeSum({ kind, currency, path, minor }: Sum, judgement: AmountJudgement): AmountArgumentFinding[] {
  const { policy, context, given } = judgement;
  const limit = limitOf(kind, policy, context);
  const decided = decidedLimit(kind, context);
  const limitMoney = Number.isFinite(limit) ? { minor: limit, currency: policy.currency } : null;
  if (minor === 0) return [];
  if (currency !== policy.currency) {
    return [amountFinding('other-currency', kind, path, { minor, currency }, limitMoney, judgement)];
  }
  const total = { minor: minor + toMinor(given[kind] ?? 0), currency };
  if (total.minor > limit) return [amountFinding('over-limit', kind, path, total, limitMoney, judgement)];
  if (decided === null) return [amountFinding('not-decided', kind, path, total, null, judgement)];
  if (total.minor > decided) {
    return [amountFinding('not-decided', kind, path, total, { minor: decided, currency }, judgement)];
  }
  return limit === Infinity && decided === Infinity ? [amountFinding('paid-unknown', kind, path, total, null, judgement)] : [];
}

function judgeMultiple(path: string, value: unknown, judgement: AmountJudgement): AmountFinding[] {
  const factor = readNumber(value);
  if (factor === undefined) return [shapeFinding(path, 'factor', judgement.language)];
  const { maxMultiple } = judgement.policy;
  return factor > maxMultiple ? [amountFinding('over-limit', 'multiple', path, { factor }, { factor: maxMultiple }, judgement)] : [];
}

function amountFinding(
  problem: AmountArgumentFinding['problem'],
  kind: AmountArgumentFinding['kind'],
  path: string,
  offered: Money | Multiple,
  cap: Money | Multiple | null,
  { policy, language }: AmountJudgement,
): AmountArgumentFinding {
  const certain = problem === 'over-limit' || problem === 'not-decided';
  const severity = certain ? policy.severities.compensation : 'warn';
  return { about: 'amount', kind, problem, path, severity, offered, cap, ...amountMessages(problem, kind, offered, cap, language) };
}

/** A finding for an argument that cannot be judged. */
export function shapeFinding(path: string, shape: ExpectedShape, language: Language): ShapeArgumentFinding {
  return { about: 'shape', path, severity: 'block', ...shapeMessages(path, shape, language) };
}

function currencyOf(root: unknown, { currency }: AmountField, policy: Policy): unknown {
  if (currency === undefined || typeof currency === 'string') return currency ?? policy.currency;
  const [found] = argumentsAt(root, currency.field);
  return found === undefined ? policy.currency : found.value;
}
