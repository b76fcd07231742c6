import type { Answer } from './answer.ts';
import type { Sample } from './sample.ts';

/** Does the work with the doors of the package, by name; see `work.mjs`. */
export function work(doors: Readonly<Record<string, object>>, sample: Sample): Answer;
