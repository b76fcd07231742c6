import { visible, visibleLine } from '../characters.ts';

/** A piece of a page that is safe as it is: only {@link html} makes it. */
export class Markup {
  /** @param text markup, nothing in it unescaped. */
  constructor(readonly text: string) {}
}

/** What may stand in a slot of a template; text is escaped, lists are joined, nothing is written for `undefined` and `false`. */
export type Content = Markup | string | number | false | undefined | readonly Content[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Markup from a template. Slots stand in elements or in quoted attributes, never in a tag's name, a script or a style. Control,
 * invisible and direction characters of a text are shown as their code.
 */
export function html(template: TemplateStringsArray, ...slots: readonly Content[]): Markup {
  let text = template[0]!;
  for (let at = 0; at < slots.length; at += 1) text += contentText(slots[at]) + template[at + 1]!;
  return new Markup(text);
}

function contentText(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escapeHtml(visible(content));
  if (typeof content === 'number') return String(content);
  if (content === undefined || content === false) return '';
  return content.map(contentText).join('');
}

/** A text for a slot, on one line. */
export function line(text: string): Markup {
  return new Markup(escapeHtml(visibleLine(text)));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ESCAPES[character]!);
}
