import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends a test run with the line `N passed, N failed`; a file that does not load counts as one failure. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
      }
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
    }
    if (modules.length === 0) failed += 1;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
