import type { Detail } from './private-details.ts';

/** The two hundred most common Chinese surnames, which cover nineteen in twenty people. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温庄柳祝邢舒葛颜裴倪申欧殷章柯翟耿蓝牛霍焦凌樊鲍季洪关曲左岳童芦游米应时齐苗翁路卓聂辛管房纪宁楚艾甄窦尚骆盛卫鞠谷单戚苑涂车娄储荆郁冉詹屈商缪尤项褚俞'.split(''),
);
/** Surnames of two characters. */
const DOUBLE_SURNAMES = ['欧阳', '司徒', '上官', '诸葛', '司马', '皇甫', '尉迟', '公孙', '慕容', '夏侯', '令狐', '端木', '东方', '南宫'];
const TITLES = ['老先生', '老太太', '老师', '妈妈', '爸爸', '女士', '先生', '小姐', '同学', '阿姨', '大姐', '大哥'];
/** A greeting after a full name: 林晓彤您好. */
const GREETINGS = ['您好', '你好'];
/** Forms of address that also follow other words (金牌客户): they need 这位 or the like before the name. */
const LOOSE_TITLES = ['顾客', '客户', '买家', '会员', '用户'];
/** What a name follows: 收件人黄丽娟. */
const LABELS = ['收件人', '收货人', '签收人', '联系人', '寄件人', '预约人', '乘客', '姓名', '本名', '户名', '机主', '实名信息', '实名', '投保人', '旅客', '住客', '会员', '真名', '取件人', '患者', '学员', '车主', '户主'];
const LINKS = ['写着', '写的是', '显示', '登记的是', '是', '为', '叫', ':', ': '];
/** Characters before which a name may begin although another Han character comes first. */
const BEFORE_NAME = '给人是为您的叫到位请向和与对让由呀啊哈哦啦呢嘛吧';
const NO_NAME = '的们位这那您你我他她是有在个了吗呢吧和与都也就';
const LATIN_TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'dear', 'hi', 'hello', 'hey', 'sorry', 'thanks', 'apologies', 'neighbour', 'neighbor', 'for', 'to']);
/** After these words a mark may stand before the name: "Sorry, Amanda Kirkland". */
const VOCATIVES = new Set(['sorry', 'thanks', 'apologies', 'neighbour', 'neighbor', 'you', 'again']);
/** Forms of address in capitals that are no name. */
const NOBODY = new Set(
  'valued customer customers sir madam friend friends all there team guest guests buyer buyers shopper member members everyone everybody community reader readers client fellow street road lane court avenue north south east west new san los the our your monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december amazon ebay etsy google apple fedex ups usps royal mail prime black christmas help support service center centre app store play express day customer\'s'.split(' '),
);
const LETTER = /[a-z]/i;

function isHan(character: string | undefined): boolean {
  const code = character?.charCodeAt(0) ?? 0;
  return code >= 0x4e00 && code <= 0x9fff;
}

function isGiven(given: string): boolean {
  return !TITLES.includes(given) && [...given].every((character) => isHan(character) && !NO_NAME.includes(character));
}

/** A full Chinese name before a form of address (王晓彤女士) or after a label (收件人黄丽娟); 王女士 shows the surname only. */
export function hanNames(text: string, found: Detail[]): void {
  for (const title of TITLES) beforeTitle(text, title, [4, 3, 2], found);
  for (const greeting of GREETINGS) beforeTitle(text, greeting, [4, 3], found);
  for (const title of LOOSE_TITLES) beforeTitle(text, title, [3], found);
  for (const label of LABELS) {
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
      let start = at + label.length;
      const link = LINKS.find((words) => text.startsWith(words, start));
      if (link !== undefined) start += link.length;
      nameAt(text, start, found);
    }
  }
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) nameAt(text, at + 1, found);
}

/** A full name from a place to the next mark. */
function nameAt(text: string, start: number, found: Detail[]): void {
  const surname = surnameLength(text, start);
  if (surname === 0) return;
  const length = [surname + 2, surname + 1].find((size) => !isHan(text[start + size]) && isGiven(text.slice(start + surname, start + size)));
  if (length !== undefined && start + length <= text.length) found.push({ kind: 'private-name', start, end: start + length });
}

/** How many characters the surname at a place has; 0 where none stands there. */
function surnameLength(text: string, start: number): number {
  if (DOUBLE_SURNAMES.some((name) => text.startsWith(name, start))) return 2;
  return SURNAMES.has(text[start] ?? '') ? 1 : 0;
}

function beforeTitle(text: string, title: string, lengths: readonly number[], found: Detail[]): void {
  for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
    for (const length of lengths) {
      const start = at - length;
      if (start < 0) continue;
      const surname = surnameLength(text, start);
      if (surname === 0 || length <= surname || (length === 4 && surname === 1) || !isGiven(text.slice(start + surname, at))) continue;
      const before = text[start - 1];
      if (lengths.length === 1 ? before !== '位' : isHan(before) && !BEFORE_NAME.includes(before!)) continue;
      found.push({ kind: 'private-name', start, end: at + title.length });
      break;
    }
  }
}

function isName(word: string | undefined): word is string {
  if (word === undefined || word.length < 2 || NOBODY.has(word.toLowerCase())) return false;
  const first = word.charCodeAt(0);
  return first >= 65 && first <= 90 && word.split('-').every((part) => part.slice(1) === part.slice(1).toLowerCase()) && LETTER.test(word.slice(1));
}

/** A first and a last name where somebody is addressed or named: "Dear Karen Whitfield", "Sorry, Amanda Kirkland!". */
export function latinNames(original: string, found: Detail[]): void {
  const words: { readonly text: string; readonly start: number; readonly mark: string }[] = [];
  let mark = '';
  for (let at = 0; at < original.length; ) {
    const start = at;
    while (at < original.length && (LETTER.test(original[at]!) || original[at] === '-' || original[at] === '’' || original[at] === "'")) at++;
    if (at > start) {
      words.push({ text: original.slice(start, at), start, mark });
      mark = '';
    } else mark += original[at++]!;
  }
  for (let index = 0; index + 1 < words.length; index++) {
    const first = words[index]!;
    const last = words[index + 1]!;
    if (last.mark !== ' ' || !isName(first.text) || !isName(last.text)) continue;
    const next = words[index + 2];
    if (next?.mark === ' ' && isName(next.text)) continue;
    const before = words[index - 1];
    const title = before?.text.toLowerCase() ?? '';
    const follows =
      first.mark.endsWith('@') ||
      ((first.mark === ' ' || first.mark === '. ') && LATIN_TITLES.has(title)) ||
      (first.mark === ', ' && (VOCATIVES.has(title) || endsAddress(original, last.start + last.text.length, words)));
    if (follows) found.push({ kind: 'private-name', start: first.start, end: last.start + last.text.length });
  }
}

/** "So sorry the wreath was soggy, Marguerite Hunt!": an apology or thanks, and the name closes the sentence. */
function endsAddress(original: string, end: number, words: readonly { readonly text: string }[]): boolean {
  const mark = original[end];
  const opening = words.slice(0, 3).map(({ text }) => text.toLowerCase());
  return (mark === '!' || mark === '.') && opening.some((word) => word === 'sorry' || word === 'thanks' || word === 'thank' || word === 'apologies');
}
