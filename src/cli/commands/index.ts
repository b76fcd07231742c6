import type { Registration } from '../args.ts';
import { registerAdd } from './add.ts';
import { registerAudit } from './audit.ts';
import { registerCompose, registerDecide } from './cases.ts';
import { registerCheck } from './check.ts';
import { registerExplain } from './explain.ts';
import { registerFix } from './fix.ts';
import { registerInit } from './init.ts';
import { registerTest } from './test.ts';

/**
 * Every command, in the order of the help. A command whose work needs a large package (YAML, spreadsheets) imports that work
 * when it runs (`await import(…)`), so that `replyguard check` starts as fast as it can.
 */
export const COMMANDS: readonly Registration[] = [
  registerCheck,
  registerFix,
  registerExplain,
  registerInit,
  registerTest,
  registerAdd,
  registerAudit,
  registerDecide,
  registerCompose,
];
