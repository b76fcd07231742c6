import { composed, readCase } from '../decision/index.ts';
import type { FixOptions } from '../index.ts';
import { describeError } from './guards.ts';
import type { Context, Guard, Guards } from './guards.ts';
import { readReply } from './jsonl.ts';
import type { LineDefaults } from './jsonl.ts';
import { isRecord } from './record.ts';
import type { Outcome, Transformation } from './transform.ts';

/** `replyguard fix`: mends replies; a line may carry the `case`, whose composed reply stands in where nothing can be mended. */
export function fixing(guards: Guards, defaults: LineDefaults, shape: { readonly jsonl: boolean; readonly lines: boolean }): Transformation {
  return {
    ...shape,
    async fromRecord(record) {
      const item = await readReply(record, guards, defaults);
      if (typeof item === 'string') return item;
      const given = record.value['case'];
      if (given === undefined) return mend(item.guard, item.reply, item.context, {});
      if (!isRecord(given)) return 'case: expected an object';
      try {
        return mend(item.guard, item.reply, item.context, { instead: composed(readCase(given)) });
      } catch (error) {
        return describeError(error, 'case');
      }
    },
    async fromText(text) {
      return mend(await guards.of(defaults.policy), text, defaults.context, {});
    },
  };
}

function mend(guard: Guard, reply: string, context: Context, options: FixOptions): Outcome | string {
  try {
    const { reply: mended, changes, unfixed, instead } = guard.fix(reply, context, options);
    const fields = { reply: mended, changes, ...(unfixed === undefined ? {} : { unfixed }), ...(instead === undefined ? {} : { instead }) };
    return { fields, text: unfixed === undefined ? mended : `${mended}\n(${unfixed})`, open: unfixed !== undefined };
  } catch (error) {
    return describeError(error, 'context');
  }
}
