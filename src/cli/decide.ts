import { compose, decide, readCase } from '../decision/index.ts';
import type { Case, Register } from '../decision/index.ts';
import type { Policy } from '../index.ts';
import { describeError } from './guards.ts';
import type { Guards, RawPolicy } from './guards.ts';
import { isRecord } from './record.ts';
import type { JsonRecord } from './record.ts';
import type { Outcome, Transformation } from './transform.ts';

/** How decisions are put into words. */
export interface WordingChoice {
  readonly locale?: 'zh' | 'en' | undefined;
  readonly register?: Register | undefined;
  readonly customerName?: string | undefined;
  readonly seed?: number | undefined;
}

/** What holds for every case that does not say otherwise. */
export interface CaseDefaults {
  readonly policy: RawPolicy;
  /** Fields of the case. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Every source holds one JSON object a line. */
  readonly jsonl: boolean;
}

/** What is made of a case. */
type Making = (given: Case, policy: Policy) => Outcome;

/** `replyguard decide`: a case in, a decision out. */
export function deciding(guards: Guards, defaults: CaseDefaults): Transformation {
  return ofCases(guards, defaults, (given, loaded) => {
    const decision = decide(given, loaded);
    return { fields: { decision }, text: JSON.stringify(decision, null, 2) };
  });
}

/** `replyguard compose`: a case in, the reply out. */
export function composing(guards: Guards, defaults: CaseDefaults, choice: WordingChoice): Transformation {
  const options = {
    ...(choice.locale === undefined ? {} : { locale: choice.locale }),
    ...(choice.register === undefined ? {} : { register: choice.register }),
    ...(choice.customerName === undefined ? {} : { customerName: choice.customerName }),
    ...(choice.seed === undefined ? {} : { seed: choice.seed }),
  };
  return ofCases(guards, defaults, (given, loaded) => {
    const decision = decide(given, loaded);
    const reply = compose(decision, { ...options, policy: loaded, issue: given.issue, channel: given.channel ?? 'private' });
    return { fields: { reply, decision }, text: reply };
  });
}

function ofCases(guards: Guards, defaults: CaseDefaults, make: Making): Transformation {
  const fromRecord = async ({ value }: Pick<JsonRecord, 'value'>): Promise<Outcome | string> => {
    const given = value['case'];
    if (!isRecord(given)) return 'case: expected an object';
    let policy;
    try {
      ({ policy } = await guards.of(value['policy'] ?? defaults.policy));
    } catch (error) {
      return describeError(error, 'policy');
    }
    try {
      return make(readCase({ ...defaults.fields, ...given }), policy);
    } catch (error) {
      return describeError(error, 'case');
    }
  };
  return {
    jsonl: defaults.jsonl,
    lines: false,
    fromRecord,
    async fromText(text) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return 'case: expected JSON';
      }
      if (!isRecord(value)) return 'case: expected an object';
      return fromRecord({ value: isRecord(value['case']) ? value : { case: value } });
    },
  };
}
