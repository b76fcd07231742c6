import { make } from './dom.ts';
import { moveMarks } from './marks.ts';
import { segmentsOf } from './segments.ts';
import type { Mark } from './segments.ts';

/** Holds the last line open where the text ends with a line break. */
const LINE_HOLDER = '\u200B';

/** A text box that underlines places in what is written in it. A layer behind it holds the same text with marks. */
export class Editor {
  readonly element: HTMLElement;
  readonly #area: HTMLTextAreaElement;
  readonly #layer: HTMLElement;
  #marks: readonly Mark[] = [];
  #text: string;

  /** @param change called with the new text after each edit that is no unfinished input of an input method. */
  constructor(text: string, labels: { readonly label: string; readonly hint: string; readonly describedBy: string }, change: (text: string) => void) {
    this.#text = text;
    this.#layer = make('div', { class: 'layer', attributes: { 'aria-hidden': 'true' } });
    this.#area = make('textarea', { attributes: { id: 'reply', spellcheck: 'false', autocomplete: 'off', 'aria-label': labels.label, 'aria-describedby': labels.describedBy, placeholder: labels.hint } });
    this.#area.value = text;
    const edited = (): void => {
      this.#marks = moveMarks(this.#marks, this.#text, this.#area.value);
      this.#text = this.#area.value;
      this.#draw();
    };
    this.#area.addEventListener('input', (event) => {
      edited();
      if (!(event instanceof InputEvent && event.isComposing)) change(this.#text);
    });
    this.#area.addEventListener('compositionend', () => change(this.#area.value));
    this.element = make('div', { class: 'editor' }, this.#layer, this.#area);
    this.#draw();
  }

  /** Puts another text in. */
  write(text: string): void {
    this.#area.value = text;
    this.#text = this.#area.value;
    this.#marks = [];
    this.#draw();
  }

  /** Underlines places of the text as it stands. */
  underline(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#draw();
  }

  /** Selects a place, so that it is seen and can be typed over. */
  select(start: number, end: number): void {
    this.#area.focus();
    this.#area.setSelectionRange(start, end);
  }

  #draw(): void {
    const pieces = segmentsOf(this.#text, this.#marks).map(({ text, severity }) => (severity === null ? text : make('mark', { class: severity }, text)));
    this.#layer.replaceChildren(...pieces, LINE_HOLDER);
  }
}
