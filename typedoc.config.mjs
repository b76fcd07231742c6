import { existsSync, readFileSync } from 'node:fs';

/** The source file of each door in `exports`. */
const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const doors = Object.values(exports)
  .map((door) => door.import?.default)
  .filter((path) => path !== undefined)
  .map((path) => path.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
  .filter((path) => existsSync(new URL(path, import.meta.url)));

/** `npm run docs:api`: the API reference, into `docs/api/`, which is not committed. A broken link fails it. */
/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'replyguard',
  entryPoints: doors,
  tsconfig: 'tsconfig.node.json',
  out: 'docs/api',
  readme: 'none',
  includeVersion: true,
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  disableSources: true,
  // Types are checked by `npm run typecheck`.
  skipErrorChecking: true,
  validation: { invalidLink: true, notExported: true, notDocumented: true },
  requiredToBeDocumented: ['Class', 'Interface', 'TypeAlias', 'Variable'],
  intentionallyNotExported: [
    // Schemas behind types that are documented.
    ...['caseSchema', 'rowSchema', 'policyDocument', 'labelledSchema'],
    // What an engine has read, and what an audit has counted so far, is handed on and not looked into.
    ...['Engine', 'Run', 'Sentence', 'SentenceReading', 'ResolvedContext'],
    ...['BoundedEntries', 'GroupState', 'CaseState', 'FindingState', 'DrawnExample', 'ProblemState', 'PromiseState'],
    // Shapes of the frameworks' own.
    ...['WebStream', 'StepArguments', 'StreamArguments', 'Part'],
  ],
  treatWarningsAsErrors: true,
};
