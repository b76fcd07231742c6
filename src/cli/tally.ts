import type { Report } from '../index.ts';
import type { FAIL_ON } from './check.ts';
import { EXIT } from './failure.ts';
import type { Tally } from './item.ts';

/** Counts what happens in a run. */
export class Counts {
  readonly tally: Tally = {
    verdicts: { pass: 0, warn: 0, block: 0 },
    findings: { info: 0, warn: 0, block: 0 },
    failed: 0,
    suppressed: null,
  };

  /** A reply that was checked. */
  add({ verdict, findings }: Report): void {
    this.tally.verdicts[verdict] += 1;
    for (const { severity } of findings) this.tally.findings[severity] += 1;
  }

  /** A line that could not be checked. */
  fail(): void {
    this.tally.failed += 1;
  }

  /** What the suppressions file covered. */
  suppress(suppressed: Tally['suppressed']): void {
    this.tally.suppressed = suppressed;
  }

  /** The exit status of the run so far. */
  exitStatus(failOn: (typeof FAIL_ON)[number]): number {
    if (this.tally.failed > 0) return EXIT.misuse;
    if (failOn === 'never') return EXIT.clean;
    const { info, warn, block } = this.tally.findings;
    const reached = block + (failOn === 'block' ? 0 : warn) + (failOn === 'info' ? info : 0);
    return reached > 0 ? EXIT.findings : EXIT.clean;
  }
}
