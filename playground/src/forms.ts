/** The forms beside the reply: context, policy, fixture. */
import { CATEGORIES, POLICY_NAMES, TIERS } from '../../src/index.ts';
import type { Category, Channel, Language, PolicyName, Tier } from '../../src/index.ts';
import { button, choice, make, number, range, tick } from './dom.ts';
import type { End } from './dom.ts';
import { valuesOf } from './policy.ts';
import type { PolicyValues } from './policy.ts';
import type { ContextValues, State } from './state.ts';
import { nameOf, say } from './words.ts';

/** Changes a part of the state. */
export type Change<T> = (part: Partial<T>) => void;

const FLAGS = ['complaint', 'resolved', 'verified', 'apologized'] as const;
const TIMES = ['refund', 'verification', 'dispatch'] as const;
const AMOUNTS = ['coupon', 'goodwill', 'maxMultiple'] as const;
const CHANNELS: readonly Channel[] = ['private', 'public'];

/** What is known about the talk. */
export function contextForm(values: ContextValues, language: Language, change: Change<ContextValues>): HTMLElement {
  const customer = make('textarea', { attributes: { id: 'customer', rows: '2' } });
  customer.value = values.customer;
  customer.addEventListener('input', () => change({ customer: customer.value }));
  return make(
    'div',
    {},
    make('div', { class: 'ticks' }, ...FLAGS.map((flag) => tick(say(language, flag), values[flag], (on) => change({ [flag]: on }), `context-${flag}`))),
    choice(say(language, 'channel'), CHANNELS.map((channel) => [channel, say(language, channel)]), values.channel, (channel) => change({ channel: channel as Channel }), 'channel'),
    choice(say(language, 'tier'), TIERS.map((tier) => [tier, say(language, tier)]), values.tier, (tier) => change({ tier: tier as Tier }), 'tier'),
    number(say(language, 'evidenceRequests'), values.evidenceRequests, (evidenceRequests) => change({ evidenceRequests }), 'evidenceRequests'),
    number(say(language, 'paid'), values.paid, (paid) => change({ paid }), 'paid', '0.01'),
    make('div', { class: 'field wide' }, make('label', { attributes: { for: 'customer' } }, say(language, 'said')), customer),
  );
}

/** The values of the policy; `fresh` is called where the form must be made anew. */
export function policyForm(values: PolicyValues, language: Language, change: Change<PolicyValues>, fresh: (values: PolicyValues) => void): HTMLElement {
  const switched = (category: Category, off: boolean): void => {
    const others = values.off.filter((other) => other !== category);
    values = { ...values, off: off ? [...others, category] : others };
    change({ off: values.off });
  };
  return make(
    'div',
    {},
    choice(say(language, 'preset'), POLICY_NAMES.map((name) => [name, name]), values.preset, (name) => fresh(valuesOf(name as PolicyName)), 'preset'),
    ...TIMES.map((time) => {
      const end = (field: `${typeof time}Min` | `${typeof time}Max`, word: 'from' | 'to'): End => ({
        id: field,
        label: say(language, word, say(language, time)),
        value: values[field],
        change: (value) => change({ [field]: value }),
      });
      return range(say(language, time), end(`${time}Min`, 'from'), end(`${time}Max`, 'to'));
    }),
    ...AMOUNTS.map((field) => number(say(language, field), values[field], (value) => change({ [field]: value }), field, '0.01')),
    make('details', {}, make('summary', {}, say(language, 'off')), make('div', { class: 'ticks' }, ...CATEGORIES.map((category) => tick(nameOf(category, language), values.off.includes(category), (on) => switched(category, on), `off-${category}`)))),
    make('div', { class: 'row' }, button(say(language, 'reset'), () => fresh(valuesOf(values.preset)), { attributes: { id: 'reset' } })),
  );
}

/** What the fixture is called and what it must get. */
export function fixtureForm({ fixtureId, wanted }: State, language: Language, change: Change<State>): HTMLElement {
  const id = make('input', { attributes: { id: 'fixture-id', type: 'text', value: fixtureId } });
  id.addEventListener('input', () => change({ fixtureId: id.value }));
  const ticked = new Set(wanted ?? []);
  const ticks = CATEGORIES.map((category) =>
    tick(nameOf(category, language), ticked.has(category), (on) => {
      if (on) ticked.add(category);
      else ticked.delete(category);
      these.checked = true;
      change({ wanted: [...ticked] });
    }, `wanted-${category}`),
  );
  const mode = wanted === null ? 'asNow' : wanted.length === 0 ? 'good' : 'these';
  const radio = (name: 'asNow' | 'good' | 'these', choose: () => void): [HTMLInputElement, HTMLElement] => {
    const input = make('input', { attributes: { id: `wanted-as-${name}`, type: 'radio', name: 'wanted', ...(mode === name ? { checked: '' } : {}) } });
    input.addEventListener('change', choose);
    return [input, make('label', { attributes: { for: input.id } }, input, say(language, name))];
  };
  const [, asNow] = radio('asNow', () => change({ wanted: null }));
  const [, good] = radio('good', () => change({ wanted: [] }));
  const [these, theseLabel] = radio('these', () => change({ wanted: [...ticked] }));
  return make(
    'div',
    {},
    make('div', { class: 'field wide' }, make('label', { attributes: { for: 'fixture-id' } }, say(language, 'id')), id),
    make('fieldset', {}, make('legend', {}, say(language, 'wanted')), make('div', { class: 'ticks' }, asNow, good, theseLabel), make('div', { class: 'ticks' }, ...ticks)),
  );
}
