import { languageOf } from '../../text/script.ts';

/**
 * What a model is told to make it write a reply anew.
 *
 * @param feedback What to change, one line for each rule that was broken.
 */
export function askAgain(feedback: string): string {
  return languageOf(feedback, 'en') === 'zh'
    ? `上一条回复不能发送给顾客：\n${feedback}\n请按以上要求重写整条回复，只输出要发给顾客的内容。`
    : `Your last reply cannot be sent to the customer:\n${feedback}\nWrite the whole reply anew, and only what the customer is to read.`;
}
