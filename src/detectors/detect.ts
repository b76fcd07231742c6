import { readContext } from '../context/index.ts';
import type { Context } from '../context/index.ts';
import type { Engine, Reading } from '../engine.ts';
import { presetPolicy } from '../policy/presets.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding } from '../report.ts';
import { findingsOf, judgeReading } from '../reporting.ts';
import { languageOf } from '../text/script.ts';
import type { Category } from '../types.ts';

/**
 * One category's detector.
 *
 * @param reply What was read (`readReply`), or the reply itself.
 * @param policy A loaded policy. Default: the preset `default`.
 * @param context What is known about the talk. Default: nothing.
 * @returns The findings of this category alone.
 * @throws ContextError if the context is wrong.
 */
export type Detector<C extends Category> = (
  reply: Reading | string,
  policy?: Policy,
  context?: Context,
) => Extract<Finding, { category: C }>[];

/** Makes the detector of a category. The engine is asked for on the first call. */
export function detectorOf<C extends Category>(category: C, engine: () => Engine): Detector<C> {
  const ofCategory = (finding: Finding): finding is Extract<Finding, { category: C }> => finding.category === category;
  return (reply, policy = presetPolicy('default'), context) => {
    const reading = typeof reply === 'string' ? engine().read(reply) : reply;
    const resolved = readContext(context);
    const run = judgeReading(engine(), reading, policy, resolved, { only: category });
    const language = resolved.lang ?? languageOf(reading.reply, policy.language);
    return findingsOf(engine(), run, reading.reply, language).filter(ofCategory);
  };
}
