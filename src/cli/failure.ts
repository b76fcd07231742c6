/** The caller's mistake (a bad option, a missing file): printed as one line, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The reader of our output has gone (`replyguard … | head`): stop quietly. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** Exit statuses of the command line. */
export const EXIT = { clean: 0, findings: 1, misuse: 2 } as const;
