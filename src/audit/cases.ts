/** Following problems from contact to contact, for the share that is solved at the first (一次性解决率). */
import type { Algebra } from './bounded.ts';
import { hashOf } from './hash.ts';
import { joinKey } from './keys.ts';
import type { AuditRow } from './row.ts';
import type { FirstContact } from './summary.ts';

/** What is known about one problem of a customer. */
export interface CaseState {
  /** Hash of the only contact so far; null before the first. */
  contact: number | null;
  /** Whether there was more than one contact. */
  several: boolean;
  /** Whether a row says that it was solved. */
  solved: boolean;
  /** Whether a row says if it was solved. */
  rated: boolean;
}

/** How two views of the same problem come together. */
export const CASES: Algebra<CaseState> = {
  empty: () => ({ contact: null, several: false, solved: false, rated: false }),
  merge(into, from) {
    if (from.contact !== null) addContact(into, from.contact);
    into.several ||= from.several;
    into.solved ||= from.solved;
    into.rated ||= from.rated;
  },
};

/** What tells the problem of a row from others: the customer with the product, else the customer, the conversation, the row. */
export function caseOf({ customer, product, conversation, source, row }: AuditRow): { by: FirstContact['caseBy']; key: string } {
  if (customer !== undefined && product !== undefined) return { by: 'customer-product', key: joinKey(customer, product) };
  if (customer !== undefined) return { by: 'customer', key: customer };
  if (conversation !== undefined) return { by: 'conversation', key: conversation };
  return { by: 'row', key: `${row} ${source}` };
}

/**
 * Adds a row to its problem. A contact is a conversation; without one, a day; without a day, the row. A row that says itself that
 * it belongs to a later contact makes the problem one of several contacts.
 */
export function addToCase(state: CaseState, { conversation, written, source, row, contact, solved }: AuditRow): void {
  addContact(state, hashOf(conversation ?? written?.day ?? `${row} ${source}`));
  if (contact !== undefined && contact > 1) state.several = true;
  if (solved === true) state.solved = true;
  if (solved === true || solved === false) state.rated = true;
}

/** The smaller of two contacts is kept, so that the order of the rows does not matter. */
function addContact(state: CaseState, contact: number): void {
  if (state.contact === null) state.contact = contact;
  else if (state.contact !== contact) {
    state.several = true;
    state.contact = Math.min(state.contact, contact);
  }
}
