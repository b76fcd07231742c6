import { PolicyError, createGuard } from '../../src/index.ts';
import type { Context, EditSession, Guard, Language, Report } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';
import { button, choice, make, section, tick } from './dom.ts';
import { Editor } from './editor.ts';
import { fixtureYaml } from './fixture.ts';
import { contextForm, fixtureForm, policyForm } from './forms.ts';
import { policyOf } from './policy.ts';
import { commitmentTable, excuseList, findingList, mendedReply, nearMatches, verdictLine } from './results.ts';
import { contextOf, openingState } from './state.ts';
import type { State } from './state.ts';
import { EXAMPLES, say } from './words.ts';

/** After so many milliseconds without a keystroke the text is checked. */
const PAUSE = 60;

/** The parts of the page that change with every check. */
interface Places {
  readonly verdict: HTMLElement;
  readonly findings: HTMLElement;
  readonly excused: HTMLElement;
  readonly excuses: HTMLDetailsElement;
  readonly commitments: HTMLElement;
  readonly mended: HTMLElement;
  readonly policyFault: HTMLElement;
  readonly policyFile: HTMLElement;
  readonly yaml: HTMLElement;
  readonly copied: HTMLElement;
}

/** The page: holds the state, checks after each change, and shows what came of it. */
export class App {
  readonly #root: HTMLElement;
  readonly #reader = learnedReader();
  #state: State;
  #guard: Guard = createGuard();
  #session: EditSession = this.#guard.session();
  #editor!: Editor;
  #places!: Places;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, language: Language) {
    this.#root = root;
    this.#state = openingState(language, EXAMPLES[language][0]!);
    this.#build();
  }

  /** Makes the whole page, in the language of the state. */
  #build(): void {
    const { language } = this.#state;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    const place = (id: string, live = false): HTMLElement => make('div', { attributes: { id, ...(live ? { role: 'status' } : {}) } });
    this.#places = {
      verdict: make('p', { class: 'verdict', attributes: { id: 'verdict', role: 'status' } }),
      findings: place('finding-list'),
      excused: place('excused'),
      excuses: make('details', { on: { toggle: () => this.#showExcuses() } }, make('summary', {}, say(language, 'excused'))),
      commitments: place('commitment-list'),
      mended: place('mended', true),
      policyFault: make('p', { class: 'fault', attributes: { id: 'policy-fault', role: 'alert' } }),
      policyFile: make('pre', { attributes: { id: 'policy-file' } }),
      yaml: make('pre', { attributes: { id: 'yaml', tabindex: '0', 'aria-label': 'YAML' } }),
      copied: make('span', { class: 'quiet', attributes: { id: 'copied', role: 'status' } }),
    };
    this.#places.excuses.append(this.#places.excused);
    this.#editor = new Editor(this.#state.reply, { label: say(language, 'reply'), hint: say(language, 'replyHint'), describedBy: 'verdict' }, (reply) => this.#typed(reply));
    this.#root.replaceChildren(this.#header(language), make('main', {}, this.#replySide(language), this.#formSide(language)));
    this.#renew();
  }

  #header(language: Language): HTMLElement {
    const other: Language = language === 'zh' ? 'en' : 'zh';
    return make('header', {}, make('h1', {}, 'replyguard'), make('p', {}, say(language, 'lead')), button(say(language, 'other'), () => this.#speak(other), { attributes: { id: 'language', lang: other === 'zh' ? 'zh-CN' : 'en' } }));
  }

  #replySide(language: Language): HTMLElement {
    const { verdict, findings, excuses, commitments, mended } = this.#places;
    const examples = EXAMPLES[language].map((text, index) => [String(index), text.length > 40 ? `${text.slice(0, 40)}…` : text] as const);
    return make(
      'div',
      {},
      section(
        'reply-section',
        say(language, 'reply'),
        this.#editor.element,
        verdict,
        make('div', { class: 'row' }, button(say(language, 'mend'), () => this.#mend(), { class: 'main', attributes: { id: 'mend' } })),
        choice(say(language, 'example'), [['', say(language, 'choose')], ...examples], '', (index) => index !== '' && this.#write(EXAMPLES[language][Number(index)]!), 'example'),
        mended,
      ),
      section('findings', say(language, 'findings'), findings, excuses),
      section('commitments', say(language, 'commitments'), commitments),
    );
  }

  #formSide(language: Language): HTMLElement {
    const { context, policy, learned } = this.#state;
    const { policyFault, policyFile, yaml, copied } = this.#places;
    return make(
      'div',
      {},
      section('context', say(language, 'context'), contextForm(context, language, (part) => this.#change({ context: { ...this.#state.context, ...part } }))),
      section(
        'policy',
        say(language, 'policy'),
        policyForm(policy, language, (part) => this.#change({ policy: { ...this.#state.policy, ...part } }), (values) => {
          this.#state = { ...this.#state, policy: values };
          this.#build();
          document.getElementById('preset')?.focus();
        }),
        make('div', { class: 'ticks' }, tick(say(language, 'learned'), learned, (on) => this.#change({ learned: on }), 'learned')),
        policyFault,
        make('details', {}, make('summary', {}, say(language, 'policyFile')), policyFile),
      ),
      section(
        'fixture',
        say(language, 'fixture'),
        make('p', { class: 'quiet' }, say(language, 'fixtureHint')),
        fixtureForm(this.#state, language, (part) => this.#change(part)),
        yaml,
        make('div', { class: 'row' }, button(say(language, 'copy'), () => void this.#copy(), { attributes: { id: 'copy' } }), copied),
      ),
    );
  }

  #speak(language: Language): void {
    const untouched = EXAMPLES[this.#state.language].indexOf(this.#state.reply);
    // An example gives way to its counterpart with that language's policy; what somebody wrote stays.
    this.#state = untouched < 0 ? { ...this.#state, language } : { ...openingState(language, EXAMPLES[language][untouched]!), learned: this.#state.learned };
    this.#build();
    document.getElementById('language')?.focus();
  }

  #typed(reply: string): void {
    this.#state = { ...this.#state, reply };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), PAUSE);
  }

  #write(reply: string): void {
    this.#editor.write(reply);
    this.#state = { ...this.#state, reply };
    this.#check();
  }

  #change(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    this.#renew();
  }

  /** Begins anew with the policy and the context of the forms; a wrong policy is said, and the last right one stays. */
  #renew(): void {
    const policy = policyOf(this.#state.policy);
    const { policyFault, policyFile } = this.#places;
    policyFile.textContent = JSON.stringify(policy, null, 2);
    try {
      this.#guard = createGuard(this.#state.learned ? { policy, reader: this.#reader } : { policy });
      policyFault.textContent = '';
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      policyFault.textContent = error.message;
    }
    this.#session = this.#guard.session(this.#context());
    this.#check();
  }

  #context(): Context {
    return { ...contextOf(this.#state.context), lang: this.#state.language };
  }

  /** Checks the text as it stands; the session reads only the sentences that are new. */
  #check(): void {
    clearTimeout(this.#timer);
    this.#show(this.#session.update(this.#state.reply));
  }

  #show(report: Report): void {
    const { language, reply, context, policy, fixtureId, wanted } = this.#state;
    const { verdict, findings, commitments, mended, yaml, copied } = this.#places;
    const [line, tone] = verdictLine(report, reply, language);
    if (verdict.textContent !== line) verdict.textContent = line;
    verdict.className = `verdict ${tone}`;
    this.#editor.underline(report.findings);
    findings.replaceChildren(findingList(report.findings, report.notes.map(({ message }) => message), language, (start, end) => this.#editor.select(start, end)));
    commitments.replaceChildren(commitmentTable(report.commitments, language));
    mended.replaceChildren();
    yaml.textContent = fixtureYaml({ id: fixtureId, reply, context: contextOf(context), policy: policyOf(policy), report, wanted });
    copied.textContent = '';
    this.#showExcuses();
  }

  /** Near matches are looked for only while somebody looks at them. */
  #showExcuses(): void {
    const { excuses, excused } = this.#places;
    if (!excuses.open) return;
    const { reply, language } = this.#state;
    const near = nearMatches(this.#guard.explain(reply, this.#context()).excused);
    excused.replaceChildren(near.length === 0 ? make('p', { class: 'quiet' }, say(language, 'noneExcused')) : excuseList(near, language));
  }

  #mend(): void {
    const { language, reply } = this.#state;
    const repair = this.#guard.fix(reply, this.#context());
    this.#places.mended.replaceChildren(mendedReply(reply, repair, language, (mended) => this.#write(mended)));
  }

  async #copy(): Promise<void> {
    const { language } = this.#state;
    const { yaml, copied } = this.#places;
    try {
      await navigator.clipboard.writeText(yaml.textContent ?? '');
      copied.textContent = say(language, 'copied');
    } catch {
      getSelection()?.selectAllChildren(yaml);
      copied.textContent = say(language, 'copyByHand');
    }
  }
}
