/** Making elements. Text goes in as text, never as markup: there is no other way in this folder. */

type Child = Node | string | null;

/** Properties of an element, its `class` and `data-`, `aria-` attributes and listeners among them. */
export interface Properties {
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** Makes an element with its children; `null` stands for nothing. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, { class: name, attributes = {}, on = {} }: Properties = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name !== undefined) element.className = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button. */
export function button(text: string, press: () => void, { class: name = '', attributes = {} }: Properties = {}): HTMLButtonElement {
  return make('button', { class: name, attributes: { type: 'button', ...attributes }, on: { click: press } }, text);
}

/** A heading with what stands under it. */
export function section(id: string, title: string, ...children: readonly Child[]): HTMLElement {
  return make('section', { attributes: { id, 'aria-labelledby': `${id}-title` } }, make('h2', { attributes: { id: `${id}-title` } }, title), ...children);
}

/** A list of choices with its label. */
export function choice(label: string, options: readonly (readonly [value: string, text: string])[], chosen: string, change: (value: string) => void, id: string): HTMLElement {
  const select = make('select', { attributes: { id } }, ...options.map(([value, text]) => make('option', { attributes: { value, ...(value === chosen ? { selected: '' } : {}) } }, text)));
  select.addEventListener('change', () => change(select.value));
  return make('div', { class: 'field' }, make('label', { attributes: { for: id } }, label), select);
}

/** A number; an empty field gives null. */
function numberInput(id: string, value: number | null, change: (value: number | null) => void, step: string, attributes: Readonly<Record<string, string>> = {}): HTMLInputElement {
  const input = make('input', { attributes: { id, type: 'number', min: '0', step, inputmode: 'decimal', value: value === null ? '' : String(value), ...attributes } });
  input.addEventListener('input', () => change(Number.isNaN(input.valueAsNumber) ? null : input.valueAsNumber));
  return input;
}

/** A number with its label. */
export function number(label: string, value: number | null, change: (value: number | null) => void, id: string, step = '1'): HTMLElement {
  return make('div', { class: 'field' }, make('label', { attributes: { for: id } }, label), numberInput(id, value, change, step));
}

/** One end of a range. */
export interface End {
  readonly id: string;
  /** What a screen reader says; the label that is seen stands for both ends. */
  readonly label: string;
  readonly value: number | null;
  readonly change: (value: number | null) => void;
}

/** Two numbers with one label. */
export function range(label: string, from: End, to: End): HTMLElement {
  const input = ({ id, value, change, label: said }: End): HTMLElement => numberInput(id, value, change, '1', { 'aria-label': said });
  return make('div', { class: 'field' }, make('span', {}, label), make('span', { class: 'range' }, input(from), '–', input(to)));
}

/** A tick with its label. */
export function tick(label: string, on: boolean, change: (on: boolean) => void, id: string): HTMLElement {
  const input = make('input', { attributes: { id, type: 'checkbox', ...(on ? { checked: '' } : {}) } });
  input.addEventListener('change', () => change(input.checked));
  return make('label', { attributes: { for: id } }, input, label);
}
