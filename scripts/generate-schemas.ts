/**
 * Writes `schemas/policy.schema.json` from the zod schema of policies. The comment above a field in
 * `src/policy/schema.ts` becomes its description, so that editors show it and it is written once.
 *
 *   npx tsx scripts/generate-schemas.ts           writes the file
 *   npx tsx scripts/generate-schemas.ts --check   fails if the file is stale
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as z from 'zod/mini';
import { POLICY_NAMES, policyDocument } from '../src/policy/schema.ts';

interface JsonSchema {
  [key: string]: unknown;
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  required?: string[];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const target = `${root}schemas/policy.schema.json`;
const sourcePath = `${root}src/policy/schema.ts`;

const source = ts.createSourceFile(sourcePath, readFileSync(sourcePath, 'utf8'), ts.ScriptTarget.ES2022, true);
const constants = new Map<string, ts.Expression>();
let document: ts.Expression | undefined;
const visit = (node: ts.Node): void => {
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) constants.set(node.name.text, node.initializer);
  if (ts.isFunctionDeclaration(node) && node.name?.text === 'makeSchema') {
    document = node.body?.statements.find(ts.isReturnStatement)?.expression;
  }
  ts.forEachChild(node, visit);
};
visit(source);

/** The object literals that an expression of the schema is built from, names followed. */
function objectLiterals(expression: ts.Node): ts.ObjectLiteralExpression[] {
  if (ts.isObjectLiteralExpression(expression)) return [expression];
  if (ts.isIdentifier(expression)) {
    const constant = constants.get(expression.text);
    return constant === undefined ? [] : objectLiterals(constant);
  }
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap(objectLiterals);
  if (!ts.isCallExpression(expression)) return [];
  // `schema.check(…)` is described by `schema`, `z.array(schema)` by its argument.
  const callee = expression.expression;
  const isCheck = ts.isPropertyAccessExpression(callee) && callee.name.text === 'check';
  if (isCheck) return objectLiterals(callee.expression);
  return expression.arguments.flatMap(objectLiterals);
}

/** Puts the comments of an object literal's fields into the JSON Schema made from it. */
function describe(schema: JsonSchema, expression: ts.Node): void {
  const properties = [schema, ...(schema.anyOf ?? [])].find((part) => part.properties !== undefined)?.properties;
  const item = schema.items;
  if (item !== undefined) describe(item, expression);
  if (properties === undefined) return;
  for (const literal of objectLiterals(expression)) {
    for (const field of literal.properties) {
      const name = field.name !== undefined && (ts.isIdentifier(field.name) ? field.name.text : field.name.getText());
      const property = name === false ? undefined : properties[name];
      if (property === undefined) continue;
      const comment = ts.getJSDocCommentsAndTags(field).find(ts.isJSDoc)?.comment;
      if (typeof comment !== 'string') throw new Error(`${String(name)}: no comment in src/policy/schema.ts`);
      property['description'] = comment;
      if (ts.isPropertyAssignment(field)) describe(property, field.initializer);
      else if (ts.isShorthandPropertyAssignment(field)) describe(property, field.name);
    }
  }
}

/** The same schema with nothing required: what an extension of a preset may give. Durations merge too. */
function optional(schema: JsonSchema, inList = false): JsonSchema {
  const { required, ...rest } = schema;
  const copy: JsonSchema = inList && required !== undefined ? { ...rest, required } : { ...rest };
  if (schema.properties !== undefined) {
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, optional(part, inList)]),
    );
  }
  if (schema.anyOf !== undefined) copy.anyOf = schema.anyOf.map((part) => optional(part, inList));
  if (schema.items !== undefined) copy.items = optional(schema.items, true);
  return copy;
}

const { $schema, ...complete } = z.toJSONSchema(policyDocument(), { io: 'input' }) as JsonSchema;
if (document === undefined) throw new Error('src/policy/schema.ts has no makeSchema');
describe(complete, document);

const extension = optional(complete);
const presets = POLICY_NAMES.map((name) => `"${name}"`).join(' or ');
const schema = {
  $schema,
  title: 'replyguard policy',
  description: 'What a shop may promise: complete, or a preset with changes (objects merge deeply, lists replace).',
  if: { required: ['extends'] },
  then: {
    ...extension,
    properties: {
      extends: {
        enum: POLICY_NAMES,
        description: `The preset that everything left out comes from: ${presets}.`,
      },
      ...extension.properties,
    },
    required: ['extends'],
  },
  else: complete,
};

const text = `${JSON.stringify(schema, null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('schemas/policy.schema.json is stale: run npx tsx scripts/generate-schemas.ts');
  process.exitCode = 1;
}
