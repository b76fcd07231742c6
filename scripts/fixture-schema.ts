/**
 * Writes the JSON Schemas of fixture files and of extensions: `npm run fixtures:schema`. `--check` fails if a committed one is
 * stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { schemas } from '../src/rules/schema.ts';
import { fixtureJsonSchema } from '../src/testing/schema.ts';

const extension = {
  ...z.toJSONSchema(schemas().extensionSchema, { target: 'draft-7' }),
  title: 'replyguard extension',
  description: "Words, acts and rules of the shop's own. 本店自己的说法和规则。",
};

for (const [name, schema] of Object.entries({ fixtures: fixtureJsonSchema(), extension })) {
  const target = new URL(`../schemas/${name}.schema.json`, import.meta.url);
  const wanted = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    mkdirSync(new URL('.', target), { recursive: true });
    writeFileSync(target, wanted);
  } else if (readFileSync(target, 'utf8') !== wanted) {
    process.stderr.write(`schemas/${name}.schema.json is stale: run npm run fixtures:schema\n`);
    process.exitCode = 1;
  }
}
