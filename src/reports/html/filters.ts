import { CATEGORIES } from '../../types.ts';
import type { Category, Severity } from '../../types.ts';
import { html, line } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import type { Words } from './words.ts';

/** What the listed findings can be filtered by. */
export interface Choices {
  readonly categories: ReadonlySet<Category>;
  readonly severities: ReadonlySet<Severity>;
  readonly rules: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  /** Whether some of them are suppressed. */
  readonly suppressed: boolean;
}

/** Replies that the page shows at once; a button shows as many more. */
const PAGE_SIZE = 100;

/** The form above the list. It is hidden until the page's script works: without one, everything is listed. */
export function filterForm(choices: Choices, words: Words): Markup {
  const categories = CATEGORIES.filter((category) => choices.categories.has(category));
  const severities = (['block', 'warn', 'info'] as const).filter((severity) => choices.severities.has(severity));
  return html`<form id="filters" aria-label="${words.filters}" data-size="${PAGE_SIZE}" hidden>
${select('category', words.allCategories, categories.map((category) => [category, words.category[category]]))}
${select('severity', words.allSeverities, severities.map((severity) => [severity, words.severity[severity]]))}
${select('rule', words.allRules, named(choices.rules))}
${choices.agents.size > 0 && select('agent', words.allAgents, named(choices.agents))}
<input type="search" id="text" placeholder="${words.search}" aria-label="${words.search}" autocomplete="off">
${choices.suppressed && html`<label><input type="checkbox" id="suppressed"> ${words.showSuppressed}</label>`}
<output id="count" data-template="${words.shown}"></output>
</form>
`;
}

/** What stands under the list, for the page's script. */
export function listEnd(words: Words): Markup {
  return html`<p id="none" hidden>${words.nothingMatches}</p>
<button type="button" id="more" hidden>${words.more}</button>
`;
}

function named(names: ReadonlySet<string>): (readonly [string, string])[] {
  return [...names].sort().map((name) => [name, name]);
}

function select(id: string, all: string, options: readonly (readonly [string, string])[]): Content {
  return html`<select id="${id}" aria-label="${all}"><option value="">${all}</option>${options.map(([value, name]) => html`<option value="${value}">${line(name)}</option>`)}</select>`;
}
