/**
 * Characters that a reader never sees.
 */
import { KIND, Kind } from './characters.ts';
import type { Edits } from './draft.ts';

/** Joiners and selectors belong to the picture before them, and do no harm there. */
function belongsToPicture(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (at === 0 || (unit !== 0xfe0f && unit !== 0xfe0e && unit !== 0x200d)) return false;
  const before = text.charCodeAt(at - 1);
  return (before >= 0xdc00 && before <= 0xdfff) || (before > 127 && KIND[before] === Kind.Symbol) || (before >= 0xfe0e && before <= 0xfe0f && unit === 0x200d && at > 1);
}

/** Whether the unit at `at` is to be removed: invisible, and not part of a picture. */
export function isInvisible(text: string, at: number): boolean {
  return KIND[text.charCodeAt(at)] === Kind.Invisible && !belongsToPicture(text, at);
}

/** Removes zero-width characters, soft hyphens, marks that combine, tag characters and controls. */
export function removeInvisible(text: string, edits: Edits): void {
  for (let at = 0; at < text.length; at += 1) {
    if (KIND[text.charCodeAt(at)] !== Kind.Invisible || !isInvisible(text, at)) continue;
    const start = at;
    while (at < text.length && KIND[text.charCodeAt(at)] === Kind.Invisible) {
      const tag = text.charCodeAt(at) === 0xdb40;
      const low = text.charCodeAt(at + 1);
      at += tag && low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
    }
    edits.replace(start, at, '');
    at -= 1;
  }
}
