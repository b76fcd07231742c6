/** What the fixture loader says, in both languages. */
import type { Language } from '../types.ts';

/** What can be wrong with a fixture file. */
export type Complaint =
  | { readonly kind: 'syntax'; readonly detail: string }
  | { readonly kind: 'not-a-list' }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'missing'; readonly key: string }
  | { readonly kind: 'expected'; readonly what: string }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-expectation' }
  | { readonly kind: 'two-expectations' }
  | { readonly kind: 'label-and-allowed'; readonly label: string }
  | { readonly kind: 'mark-not-in-reply'; readonly words: string }
  | { readonly kind: 'mark-needs-label'; readonly labels: readonly string[] }
  | { readonly kind: 'mark-without-label'; readonly label: string }
  | { readonly kind: 'each-without-blank' }
  | { readonly kind: 'same-phrase'; readonly phrase: string }
  | { readonly kind: 'duplicate-id'; readonly id: string; readonly place: string }
  | { readonly kind: 'duplicate-reply'; readonly id: string; readonly place: string };

function typeName(what: string, language: Language): string {
  if (language === 'en') return what;
  const names: Readonly<Record<string, string>> = {
    string: '文字',
    boolean: 'true 或 false',
    number: '数字',
    int: '整数',
    array: '列表（每行以 - 开头）',
    object: '键值（如 complaint: true）',
    true: 'true',
  };
  return names[what] ?? what;
}

/**
 * A complaint in words.
 *
 * @param complaint what is wrong
 * @param language language of the message
 * @returns one line, saying what was expected
 */
export function complain(complaint: Complaint, language: Language): string {
  const zh = language === 'zh';
  switch (complaint.kind) {
    case 'syntax':
      return zh ? `写法有误，无法读取：${complaint.detail}` : `can't be read: ${complaint.detail}`;
    case 'not-a-list':
      return zh ? '整个文件应当是一个列表，每条样例以“- id:”开头' : 'expected a list: every fixture starts with "- id:"';
    case 'unknown-key':
      return zh
        ? `没有“${complaint.key}”这个键；可用的键：${complaint.known.join('、')}`
        : `unknown key "${complaint.key}"; expected one of ${complaint.known.join(', ')}`;
    case 'missing':
      return zh ? `缺少“${complaint.key}”` : `"${complaint.key}" is missing`;
    case 'expected':
      return zh ? `此处应为${typeName(complaint.what, language)}` : `expected ${complaint.what}`;
    case 'one-of':
      return zh
        ? `此处应为以下之一：${complaint.values.join('、')}`
        : `expected one of ${complaint.values.join(', ')}`;
    case 'empty':
      return zh ? '此处不能为空' : 'expected something that is not empty';
    case 'no-expectation':
      return zh
        ? '没有写期望结果：坏回复写 labels: [类别]，好回复写 good: true'
        : 'says not what is expected: write "labels: [category]" for a bad reply, "good: true" for a good one';
    case 'two-expectations':
      return zh ? 'labels 和 good 只能写一个' : 'expected either "labels" or "good", not both';
    case 'label-and-allowed':
      return zh
        ? `“${complaint.label}”同时写在 labels 和 allowed 里，只能留一处`
        : `"${complaint.label}" is in "labels" and in "allowed"; expected in one of them`;
    case 'mark-not-in-reply':
      return zh
        ? `reply 里没有“${complaint.words}”这几个字；mark 应当是回复中的原词`
        : `"${complaint.words}" doesn't stand in the reply; expected words of the reply`;
    case 'mark-needs-label':
      return zh
        ? `有多个类别时，mark 要写成“类别: 原词”（${complaint.labels.join('、')}）`
        : `expected "label: words" for each of ${complaint.labels.join(', ')}, since there is more than one label`;
    case 'mark-without-label':
      return zh
        ? `mark 里的“${complaint.label}”不在 labels 里`
        : `"${complaint.label}" is marked but is not in "labels"`;
    case 'each-without-blank':
      return zh
        ? '写了 each，但 reply 里没有 {}；请在要代入说法的地方写 {}'
        : 'expected {} in "reply", where the phrases of "each" are put';
    case 'same-phrase':
      return zh ? `each 里的“${complaint.phrase}”写了两次` : `"${complaint.phrase}" stands twice in "each"; expected once`;
    case 'duplicate-id':
      return zh
        ? `编号“${complaint.id}”已经用过（${complaint.place}），请换一个`
        : `id "${complaint.id}" is taken (${complaint.place}); expected a new one`;
    case 'duplicate-reply':
      return zh
        ? `这条回复（同样的背景）已经有了：${complaint.id}（${complaint.place}）`
        : `the same reply in the same context is there already: ${complaint.id} (${complaint.place})`;
  }
}
