/**
 * The texts between double quotes in what ought to be JSON and is not: cut short by a token limit, or wrapped in something. The last
 * one may lack its closing quote.
 */
export function quotedTexts(text: string): string[] {
  const texts: string[] = [];
  for (let open = text.indexOf('"'); open !== -1; ) {
    const close = closingQuote(text, open + 1);
    texts.push(unescaped(text.slice(open + 1, close)));
    open = text.indexOf('"', close + 1);
  }
  return texts;
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** A lone escape at the end, as where the text was cut short, is left as it is. */
function unescaped(literal: string): string {
  try {
    return String(JSON.parse(`"${literal}"`));
  } catch {
    return literal;
  }
}
