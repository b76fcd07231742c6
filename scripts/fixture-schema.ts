/** Writes the JSON Schema of fixture files: `npm run fixtures:schema`. `--check` fails if the committed one is stale. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fixtureJsonSchema } from '../src/testing/schema.ts';

const target = new URL('../schemas/fixtures.schema.json', import.meta.url);
const wanted = `${JSON.stringify(fixtureJsonSchema(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== wanted) {
    process.stderr.write('schemas/fixtures.schema.json is stale: run npm run fixtures:schema\n');
    process.exitCode = 1;
  }
} else {
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, wanted);
}
