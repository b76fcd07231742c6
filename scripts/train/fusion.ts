/**
 * How likely a category is, given what the learned reader and the rules say of it: a logistic regression a category, all of
 * them drawn towards what they have in common, since no category alone has replies enough.
 */

/** What is known of one reply for one category. */
export interface Observation {
  /** Log odds of the learned reader. */
  readonly logit: number;
  /** Whether a rule has found it. */
  readonly ruled: boolean;
  /** Whether it is so. */
  readonly holds: boolean;
  /** How much the reply counts. */
  readonly weight: number;
}

/** Log odds of a category: `slope × logit + offset`, and `ruled` more where a rule has found it. */
export interface Fusion {
  readonly slope: number;
  readonly offset: number;
  readonly ruled: number;
}

type Three = [number, number, number];

/** How strongly a category is drawn towards the common values, in replies of one point each. */
const PULL = 8;
/** Log odds of the learned reader are weighed in these units, so that all three numbers are of one size. */
const UNIT = 4;
const ROUNDS = 6;
const STEPS = 12;

/** Fits all categories at once. */
export function fuse(observed: readonly (readonly Observation[])[]): Fusion[] {
  let common: Three = [1.5, -0.5, 2];
  let own: Three[] = observed.map(() => [...common]);
  for (let round = 0; round < ROUNDS; round++) {
    own = own.map((start, at) => fit(observed[at]!, start, common));
    common = [0, 1, 2].map((part) => own.reduce((sum, values) => sum + values[part]!, 0) / own.length) as Three;
  }
  return own.map(([slope, offset, ruled]) => ({ slope: slope / UNIT, offset, ruled }));
}

/** From which log odds of the learned reader on a category has at least this likelihood. */
export function limitAt({ slope, offset, ruled }: Fusion, likelihood: number, found: boolean): number {
  return (Math.log(likelihood / (1 - likelihood)) - offset - (found ? ruled : 0)) / slope;
}

/** Newton's method. */
function fit(observations: readonly Observation[], start: Three, common: Three): Three {
  const values: Three = [...start];
  for (let step = 0; step < STEPS; step++) {
    const gradient = values.map((value, part) => PULL * (value - common[part]!));
    const curvature = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? PULL : 0)));
    for (const { logit, ruled, holds, weight } of observations) {
      const inputs: Three = [logit / UNIT, 1, ruled ? 1 : 0];
      const odds = inputs.reduce((sum, input, part) => sum + input * values[part]!, 0);
      const likelihood = 1 / (1 + Math.exp(-odds));
      inputs.forEach((input, row) => {
        gradient[row]! += weight * (likelihood - (holds ? 1 : 0)) * input;
        inputs.forEach((other, column) => (curvature[row]![column]! += weight * likelihood * (1 - likelihood) * input * other));
      });
    }
    solve(curvature, gradient).forEach((change, part) => (values[part]! -= change));
  }
  return values;
}

/** Solves `matrix × x = right` by elimination; the matrix is positive definite. Both are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  for (let pivot = 0; pivot < right.length; pivot++) {
    for (let row = 0; row < right.length; row++) {
      if (row === pivot) continue;
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let column = pivot; column < right.length; column++) matrix[row]![column]! -= factor * matrix[pivot]![column]!;
      right[row]! -= factor * right[pivot]!;
    }
  }
  return right.map((value, at) => value / matrix[at]![at]!);
}
