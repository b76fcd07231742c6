/**
 * English inflection in language packs: a verb written with a tilde stands for all its regular forms.
 * `refund~` → refund, refunds, refunded, refunding; `arrive~` → arrive, arrives, arrived, arriving;
 * `ship~~` doubles the consonant: shipped, shipping. A tilde may stand inside a phrase: `hit~~ your account`.
 */
export function inflect(term: string): string[] {
  const at = term.indexOf('~');
  if (at < 0) return [term];
  const doubled = term[at + 1] === '~';
  const stem = term.slice(0, at);
  const rest = term.slice(at + (doubled ? 2 : 1));
  return forms(stem, doubled).flatMap((form) => inflect(form + rest));
}

function forms(stem: string, doubled: boolean): string[] {
  const last = stem[stem.length - 1] ?? '';
  if (doubled) return [stem, `${stem}s`, `${stem}${last}ed`, `${stem}${last}ing`];
  if (last === 'e') return [stem, `${stem}s`, `${stem}d`, `${stem.slice(0, -1)}ing`];
  if (last === 'y' && !/[aeiou]y$/.test(stem)) return [stem, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`];
  const plural = /(s|x|z|ch|sh|o)$/.test(stem) ? `${stem}es` : `${stem}s`;
  return [stem, plural, `${stem}ed`, `${stem}ing`];
}
