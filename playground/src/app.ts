import { PolicyError, createGuard } from '../../src/index.ts';
import type { Explanation, Guard, Language } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';
import { button, choice, make, section, tick } from './dom.ts';
import { Editor } from './editor.ts';
import { fixtureYaml } from './fixture.ts';
import { contextForm, fixtureForm, policyForm } from './forms.ts';
import { policyOf } from './policy.ts';
import { commitmentTable, excuseList, findingList, mendedReply, verdictLine } from './results.ts';
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
      commitments: place('commitment-list'),
      mended: place('mended', true),
      policyFault: make('p', { class: 'fault', attributes: { id: 'policy-fault', role: 'alert' } }),
      policyFile: make('pre', { attributes: { id: 'policy-file' } }),
      yaml: make('pre', { attributes: { id: 'yaml', tabindex: '0', 'aria-label': 'YAML' } }),
      copied: make('span', { class: 'quiet', attributes: { id: 'copied', role: 'status' } }),
    };
    this.#editor = new Editor(this.#state.reply, { label: say(language, 'reply'), hint: say(language, 'replyHint'), describedBy: 'verdict' }, (reply) => this.#typed(reply));
    this.#root.replaceChildren(this.#header(language), make('main', {}, this.#replySide(language), this.#formSide(language)));
    this.#check();
  }

  #header(language: Language): HTMLElement {
    const other: Language = language === 'zh' ? 'en' : 'zh';
    return make('header', {}, make('h1', {}, 'replyguard'), make('p', {}, say(language, 'lead')), button(say(language, 'other'), () => this.#speak(other), { attributes: { id: 'language', lang: other === 'zh' ? 'zh-CN' : 'en' } }));
  }

  #replySide(language: Language): HTMLElement {
    const { verdict, findings, excused, commitments, mended } = this.#places;
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
      section('findings', say(language, 'findings'), findings, make('details', {}, make('summary', {}, say(language, 'excused')), excused)),
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
        tick(say(language, 'learned'), learned, (on) => this.#change({ learned: on }), 'learned'),
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
    this.#change({ reply });
  }

  #change(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    this.#check();
  }

  #check(): void {
    clearTimeout(this.#timer);
    const { language, reply, context } = this.#state;
    this.#remakeGuard();
    const explanation = this.#guard.explain(reply, { ...contextOf(context), lang: language });
    this.#show(explanation);
  }

  /** A guard for the policy of the form; a wrong policy is said, and the last right one stays. */
  #remakeGuard(): void {
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
  }

  #show(explanation: Explanation): void {
    const { language, reply, context, policy, fixtureId, wanted } = this.#state;
    const { verdict, findings, excused, commitments, mended, yaml, copied } = this.#places;
    const [line, tone] = verdictLine(explanation, reply, language);
    if (verdict.textContent !== line) verdict.textContent = line;
    verdict.className = `verdict ${tone}`;
    this.#editor.underline(explanation.findings);
    findings.replaceChildren(findingList(explanation.findings, explanation.notes.map(({ message }) => message), language, (start, end) => this.#editor.select(start, end)));
    excused.replaceChildren(explanation.excused.length === 0 ? make('p', { class: 'quiet' }, say(language, 'none')) : excuseList(explanation.excused, language));
    commitments.replaceChildren(commitmentTable(explanation.commitments, language));
    mended.replaceChildren();
    yaml.textContent = fixtureYaml({ id: fixtureId, reply, context: contextOf(context), policy: policyOf(policy), report: explanation, wanted });
    copied.textContent = '';
  }

  #mend(): void {
    const { language, reply, context } = this.#state;
    const repair = this.#guard.fix(reply, { ...contextOf(context), lang: language });
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
