import type { Language } from '../index.ts';

/**
 * The language that the person at the terminal reads: what was asked for, else that of the locale, else English.
 *
 * @param asked the value of `--lang`
 * @param environment the process's variables
 */
export function userLanguage(asked: string | undefined, environment: Readonly<Record<string, string | undefined>>): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
