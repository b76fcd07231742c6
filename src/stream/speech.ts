import type { Context } from '../context/index.ts';
import type { Guard } from '../guard.ts';
import { languageOf } from '../text/script.ts';
import type { Language } from '../types.ts';

/** The language to speak about a reply in: the context's, else the reply's own. */
export function languageFor({ policy }: Guard, reply: string, context: Context | undefined): Language {
  return context?.lang ?? languageOf(reply, policy.language);
}

/** What an error says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
