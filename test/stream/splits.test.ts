/**
 * However a reply is cut, a stream finds what the check of the whole finds, and releases nothing of a violation. A slice
 * of the fixtures here; all of them, at every place, with `npm run verify:stream`.
 */
import { describeFidelity } from './fidelity.ts';

describeFidelity('a stream', {}, true);
