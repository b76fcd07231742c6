/**
 * `npm run train`: learns the weights of `src/learned/weights` from the fixtures. The same fixtures and packs give the
 * same weights, byte for byte. `npm run train -- --check` compares instead of writing; `--language zh` or `en` does one of the two.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadExamples } from './data.ts';
import { datasetOf } from './dataset.ts';
import { modelOf } from './model.ts';
import { withThinned } from './thin.ts';

const ROOT = process.cwd();
const FOLDER = join(ROOT, 'src/learned/weights');
const MOST_BYTES = 150_000;

const check = process.argv.includes('--check');
const only = process.argv[process.argv.indexOf('--language') + 1];
const languages = (['zh', 'en'] as const).filter((language) => !process.argv.includes('--language') || language === only);
const examples = loadExamples(ROOT);
mkdirSync(FOLDER, { recursive: true });
const replies = withThinned(examples);
for (const language of languages) {
  const model = modelOf(datasetOf(replies, language), language, () => true);
  const name = `weights${language === 'zh' ? 'Zh' : 'En'}`;
  const text = `// Written by \`npm run train\`. Do not edit.\nimport type { PackedWeights } from '../weights.ts';\n\nexport const ${name}: PackedWeights = ${JSON.stringify(model)};\n`;
  const path = join(FOLDER, `${language}.ts`);
  const bytes = gzipSync(text, { level: 9 }).length;
  if (bytes > MOST_BYTES) throw new Error(`${path}: ${bytes} bytes gzipped, more than ${MOST_BYTES}; raise l1 in scripts/train/model.ts`);
  console.log(`${language}: ${examples.filter((example) => example.language === language).length} replies of ${examples.length}, ${model.counts.length} features, ${model.slots.length} weights, ${bytes} bytes gzipped`);
  if (!check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is not what the fixtures give: run npm run train`);
    process.exitCode = 1;
  }
}
