export { compose, composed } from './compose.ts';
export type { ComposeOptions } from './compose.ts';
export type { Register } from './wording.ts';
