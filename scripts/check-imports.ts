/**
 * Checks the import graph of `src`: no cycles (type-only imports don't count), and data flows one way: what reads text knows
 * nothing of policies, only the command line and the testing tools know Node, nothing but the doors imports the adapters.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Folders of `src` that a folder must not import at run time. */
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  text: ['policy', 'detectors', 'acts', 'reading', 'learned', 'context', 'decision', 'cli', 'testing'],
  lexicon: ['policy', 'detectors', 'acts', 'learned', 'context', 'decision', 'cli', 'testing'],
  quantity: ['policy', 'detectors', 'acts', 'reading', 'learned', 'context', 'decision', 'cli', 'testing'],
  reading: ['policy', 'detectors', 'learned', 'context', 'decision', 'cli', 'testing'],
  acts: ['policy', 'detectors', 'learned', 'context', 'decision', 'cli', 'testing'],
  policy: ['detectors', 'learned', 'cli', 'testing'],
  detectors: ['learned', 'cli', 'testing'],
  learned: ['cli', 'testing'],
  decision: ['cli', 'testing'],
  audit: ['learned', 'decision', 'cli', 'testing'],
  testing: ['cli'],
  reports: ['detectors', 'learned', 'context', 'decision', 'cli', 'testing', 'adapters'],
};

const root = resolve(import.meta.dirname, '../src');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}

function target(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = resolve(dirname(from), specifier);
  const candidates = [base, `${base}.ts`, join(base, 'index.ts'), base.replace(/\.js$/, '.ts')];
  return candidates.find((path) => existsSync(path) && statSync(path).isFile());
}

/** Files that a file imports at run time. */
function imports(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  for (const statement of source.statements) {
    const typeOnly =
      (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly) ||
      (ts.isExportDeclaration(statement) && statement.isTypeOnly);
    if (typeOnly || !(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))) continue;
    const specifier = statement.moduleSpecifier;
    const file = specifier && ts.isStringLiteral(specifier) ? target(path, specifier.text) : undefined;
    if (file) found.push(file);
  }
  return found;
}

const graph = new Map(sourceFiles(root).map((path) => [path, imports(path)]));
const faults: string[] = [];
const name = (path: string): string => relative(root, path);
const folderOf = (path: string): string => name(path).split('/')[0]!;

for (const [path, targets] of graph) {
  for (const file of targets) {
    if (FORBIDDEN[folderOf(path)]?.includes(folderOf(file))) faults.push(`${name(path)} must not import ${name(file)}`);
  }
}

const done = new Set<string>();
function visit(path: string, trail: readonly string[]): void {
  const at = trail.indexOf(path);
  if (at !== -1) {
    faults.push(`cycle: ${[...trail.slice(at), path].map(name).join(' → ')}`);
    return;
  }
  if (done.has(path)) return;
  for (const file of graph.get(path) ?? []) visit(file, [...trail, path]);
  done.add(path);
}
for (const path of graph.keys()) visit(path, []);

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`imports: ${graph.size} files, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
