/**
 * The script of an HTML report: filters and pages the list that the document already holds. It reads and sets attributes and never
 * makes markup from text.
 */

/** A reply in the list. */
interface Entry {
  readonly card: HTMLElement;
  readonly findings: readonly HTMLElement[];
  /** Its text in lower case; read when it is first searched. */
  text: string | undefined;
}

const control = <Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind | undefined => {
  const found = document.getElementById(id);
  return found instanceof kind ? found : undefined;
};

const form = control('filters', HTMLFormElement);
if (form !== undefined) startFilters(form);

function startFilters(filters: HTMLFormElement): void {
  const size = Number(filters.dataset['size']);
  const more = control('more', HTMLButtonElement);
  const entries = [...document.querySelectorAll<HTMLElement>('.card')].map((card): Entry => {
    return { card, findings: [...card.querySelectorAll<HTMLElement>('.finding')], text: undefined };
  });
  const chosen = (id: string): string => control(id, HTMLSelectElement)?.value ?? '';
  let limit = size;

  const apply = (): void => {
    const category = chosen('category');
    const severity = chosen('severity');
    const rule = chosen('rule');
    const agent = chosen('agent');
    const words = (control('text', HTMLInputElement)?.value ?? '').trim().toLowerCase();
    const suppressed = control('suppressed', HTMLInputElement)?.checked ?? false;
    let matching = 0;
    for (const entry of entries) {
      let some = false;
      for (const finding of entry.findings) {
        const { dataset } = finding;
        const shown =
          (category === '' || dataset['category'] === category) &&
          (severity === '' || dataset['severity'] === severity) &&
          (rule === '' || dataset['rule'] === rule) &&
          (suppressed || dataset['suppressed'] === undefined);
        finding.hidden = !shown;
        some ||= shown;
      }
      const matches = some && (agent === '' || entry.card.dataset['agent'] === agent) && holds(entry, words);
      if (matches) matching += 1;
      entry.card.hidden = !matches || matching > limit;
    }
    say(Math.min(matching, limit), matching);
    if (more) more.hidden = matching <= limit;
  };

  let waiting = 0;
  const restart = (): void => {
    limit = size;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(apply, 100);
  };
  filters.addEventListener('input', restart);
  filters.addEventListener('submit', (event) => event.preventDefault());
  more?.addEventListener('click', () => {
    limit += size;
    apply();
  });
  filters.hidden = entries.length === 0;
  // A browser that comes back to the page may have kept what was chosen.
  apply();
}

function holds(entry: Entry, words: string): boolean {
  if (words === '') return true;
  entry.text ??= (entry.card.textContent ?? '').toLowerCase();
  return entry.text.includes(words);
}

function say(shown: number, all: number): void {
  const count = control('count', HTMLOutputElement);
  const template = count?.dataset['template'] ?? '';
  if (count) count.textContent = template.replace('{shown}', String(shown)).replace('{all}', String(all));
  const none = control('none', HTMLParagraphElement);
  if (none) none.hidden = all > 0;
}
