/** Characters that move a cursor, hide, or turn the direction of what follows; tab and line feed are left alone. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * A text that looks like what it is: control, invisible and direction characters stand as their code, e.g. `⟨U+202E⟩`, so that
 * nothing is hidden or shown backwards; halves of surrogate pairs become U+FFFD. A carriage return before a line feed is dropped.
 */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(UNSEEN, (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
    .replace(LONE_SURROGATE, '\ufffd');
}

/** As {@link visible}, on one line: line feeds and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, ' ');
}
