import { expect, it } from 'vitest';
import { runProgram } from '../run-example.ts';

it('the example passes, with a test for each case of its file', async () => {
  const { output, errors } = await runProgram('vitest', 'run', '--config', 'test/adapters/vitest/example.config.ts');
  const start = output.indexOf('{');
  if (start === -1) throw new Error(errors);
  const report: { numPassedTests: number; numTotalTests: number } = JSON.parse(output.slice(start));
  expect(report).toMatchObject({ numTotalTests: 5, numPassedTests: 5 });
});
