import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Language } from '../../index.ts';
import { UsageError } from '../failure.ts';
import { EN } from './en.ts';
import { ZH } from './zh.ts';

/** Where the schemas can be had when the package is not installed beside the folder. */
const PUBLISHED_SCHEMAS = 'https://unpkg.com/replyguard/schemas';

/**
 * Makes a shop's folder: the shop's file, a policy to fill in, a vocabulary, and first fixtures, all with comments.
 *
 * @param folder absolute; made if it is not there
 * @param language language of the comments and examples
 * @returns the files that were written, from `folder`
 * @throws UsageError if one of the files is there already; then nothing is written.
 */
export async function makeShop(folder: string, language: Language): Promise<string[]> {
  const template = language === 'zh' ? ZH : EN;
  const names = Object.keys(template({ schemas: '' }));
  const taken = names.filter((name) => existsSync(join(folder, name)));
  if (taken.length > 0) {
    throw new UsageError(
      language === 'zh' ? `${folder} 里已经有 ${taken.join('、')}，没有改动任何文件` : `${folder} has ${taken.join(', ')} already; nothing was written`,
    );
  }
  for (const name of names) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    // An editor takes the path of a schema from the file that names it.
    await writeFile(path, template({ schemas: schemasFrom(dirname(path)) })[name] ?? '');
  }
  return names;
}

/** The schemas of the installed package, seen from a folder of the project that installed it; else their address. */
export function schemasFrom(folder: string): string {
  for (let above = folder; dirname(above) !== above; above = dirname(above)) {
    const installed = resolve(above, 'node_modules/replyguard/schemas');
    if (existsSync(installed)) return relative(folder, installed).replaceAll('\\', '/');
  }
  return PUBLISHED_SCHEMAS;
}
