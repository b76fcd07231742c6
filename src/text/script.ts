import { codeAt } from './unit.ts';
import type { Language } from '../types.ts';

/** Share of letters in other scripts from which a reply counts as written in another language. */
const FOREIGN_SHARE = 0.5;

interface Scripts {
  han: number;
  latin: number;
  other: number;
}

/** Counts letters by script: Han, Latin, and any other alphabet. At most the first 2,000 code units. */
function scriptsOf(text: string): Scripts {
  const counts: Scripts = { han: 0, latin: 0, other: 0 };
  const length = Math.min(text.length, 2000);
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at);
    if (code < 0x370) {
      if ((code | 32) >= 97 && (code | 32) <= 122) counts.latin++;
    } else if (code < 0x2000) counts.other++;
    else if (code >= 0x3400 && code <= 0x9fff) counts.han++;
    else if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af)) counts.other++;
  }
  return counts;
}

/** The language of most letters; a Han character counts as much as a short word. `tie` where there are none. */
export function languageOf(text: string, tie: Language): Language {
  const { han, latin } = scriptsOf(text);
  if (han * 3 === latin) return tie;
  return han * 3 > latin ? 'zh' : 'en';
}

/** Whether the reply is mostly in a script that no language pack reads. */
export function unsupportedLanguage(text: string): boolean {
  const { han, latin, other } = scriptsOf(text);
  return other > 0 && other >= FOREIGN_SHARE * (han + latin + other);
}
