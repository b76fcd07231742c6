/** Writes the version of package.json into `src/version.ts`; part of `npm run release:version`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const { version }: { version: string } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const path = resolve(root, 'src/version.ts');
writeFileSync(path, readFileSync(path, 'utf8').replace(/VERSION = '[^']*'/, `VERSION = '${version}'`));
