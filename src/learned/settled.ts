import type { Category } from '../types.ts';

/** Categories whose evidence is an absence or a detail, which rules read exactly: never learnt, never raised. */
export const SETTLED_BY_RULES: readonly Category[] = ['no-apology', 'public-exposure'];
