import { isDigit, isLatin } from '../text/characters.ts';
import type { Detail } from './private-details.ts';

/** What a code of the customer's own stands after: 会员卡号GX0047719, 病历号00871. */
const CODE_LABELS = ['卡号', '病历号', '取件码', '取货码', '会员号', '保单号', '运单号', '快递单号', '订单号', '车牌号', '证件号', '学号', '就诊号'];
/** The names of other platforms; a handle there is the customer's where 您 or 你 stands before. */
const HANDLE_LABELS = ['微信号', '微信', 'vx', 'qq号', 'qq', '抖音号', '小红书号', '支付宝账号', '支付宝'];
const OWN = ['您', '你', '您的', '你的'];
const GAP = new Set([' ', ':', '：', '是', '为']);
const MIN_CODE_DIGITS = 5;
const MIN_HANDLE = 6;

function isCode(unit: number): boolean {
  return isDigit(unit) || isLatin(unit) || unit === 45 || unit === 95;
}

/** Where the code ends that stands behind a label, marks skipped; the number of its digits. */
function codeAfter(text: string, from: number): { readonly start: number; readonly end: number; readonly digits: number } {
  let start = from;
  while (GAP.has(text[start] ?? '')) start++;
  let end = start;
  let digits = 0;
  for (; end < text.length && isCode(text.charCodeAt(end)); end++) if (isDigit(text.charCodeAt(end))) digits++;
  return { start, end, digits };
}

/** Codes and handles of the customer, by the Chinese word before them. The text is canonical. */
export function labelledCodes(text: string, found: Detail[]): void {
  for (const label of CODE_LABELS) {
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
      const { start, end, digits } = codeAfter(text, at + label.length);
      if (digits >= MIN_CODE_DIGITS) found.push({ kind: 'private-number', start, end });
    }
  }
  for (const label of HANDLE_LABELS) {
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
      if (!OWN.some((own) => text.endsWith(own, at))) continue;
      const { start, end } = codeAfter(text, at + label.length);
      if (end - start >= MIN_HANDLE) found.push({ kind: 'private-number', start, end });
    }
  }
}
