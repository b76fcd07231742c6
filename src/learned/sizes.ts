/** Quantities as the learned reader sees them. */
import type { Quantity } from '../quantity/quantity.ts';

const HOURS = { minute: 1 / 60, hour: 1, day: 24, 'business-day': 24 } as const;
const TIME_STEPS = [1, 24, 48, 72, 120, 240] as const;
const MONEY_STEPS = [12, 20, 50, 100] as const;
const MINOR = 100;

/** A quantity by its kind and rough size: what a promise of it means depends on little more. */
export function sizesOf(quantity: Quantity): number[] {
  if (quantity.kind === 'time') {
    const step = stepOf(quantity.duration.max * HOURS[quantity.duration.unit], TIME_STEPS);
    return [0x1000 + step, 0x2000 + step * 8 + ANCHORS.indexOf(quantity.anchor), 0x3000 + FORMS.indexOf(quantity.form)];
  }
  if (quantity.kind === 'money') return [0x4000 + stepOf((quantity.minor * quantity.count) / MINOR, MONEY_STEPS)];
  if (quantity.kind === 'multiple') return [(quantity.form === 'times' ? 0x5000 : 0x6000) + (quantity.factor > 1 ? 1 : 0)];
  return [0x7000 + (quantity.value <= 1 ? 1 : quantity.value <= 10 ? 2 : 3)];
}

const ANCHORS = ['relative', 'weekday', 'date', 'clock', 'idiom'];
const FORMS = ['duration', 'range', 'deadline', 'point'];

function stepOf(value: number, steps: readonly number[]): number {
  let step = 0;
  while (step < steps.length && value > steps[step]!) step++;
  return step;
}
