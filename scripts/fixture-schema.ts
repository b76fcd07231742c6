/**
 * Writes the JSON Schemas of fixture files and of extensions: `npm run fixtures:schema`. `--check` fails if a committed one is
 * stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { schemas } from '../src/rules/schema.ts';
import { fixtureJsonSchema } from '../src/testing/schema.ts';

const ALTERNATIVES = '`{a|b}` in a word writes out both, `{|a }` with and without; at most 500. 词里的 `{a|b}` 任取其一，`{|a}` 可有可无。';
/** What editors show of the fields that hold words. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  vocabulary: `Words: language → concept → words. ${ALTERNATIVES}`,
  synonyms: `Words that mean what a known word means. ${ALTERNATIVES}`,
};
const written = z.toJSONSchema(schemas().extensionSchema, { target: 'draft-7' });

const extension = {
  ...written,
  properties: Object.fromEntries(
    Object.entries(written.properties ?? {}).map(([name, property]) => {
      const description = DESCRIPTIONS[name];
      return [name, description === undefined || typeof property === 'boolean' ? property : { ...property, description }];
    }),
  ),
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
