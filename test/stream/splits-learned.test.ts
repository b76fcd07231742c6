/** As `splits.test.ts`, with the learned reader beside the rules. */
import { learnedReader } from '../../src/learned/index.ts';
import { describeFidelity } from './fidelity.ts';

describeFidelity('a stream with the learned reader', { reader: learnedReader() }, false);
