/**
 * Providers cut one reply into several texts, at citations for instance. They are read as one, as the customer does; words that would
 * grow together are kept apart by a line break, which ends no sentence.
 */
export const JOINT = '\n';

/** Whether two texts need a joint between them. */
export function needsJoint(before: string, after: string): boolean {
  return isWordEnd(before.charCodeAt(before.length - 1)) && isWordEnd(after.charCodeAt(0));
}

/** Several texts as one reply. */
export function joined(texts: readonly string[]): string {
  return texts.reduce((whole, text) => `${whole}${needsJoint(whole, text) ? JOINT : ''}${text}`, '');
}

/** A letter or digit of a script that parts words by spaces. */
function isWordEnd(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
