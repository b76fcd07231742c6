import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { createGuard, loadExtension, loadPolicyDocument, ReplyguardError } from '../index.ts';
import type { Extension } from '../index.ts';
import { readPolicy } from './context.ts';
import { readDataFile } from './document.ts';
import type { DataFile } from './document.ts';
import { UsageError } from './failure.ts';
import type { RawPolicy } from './guards.ts';
import { isRecord } from './record.ts';

/** Name of the file that makes a folder a shop's folder. */
export const SHOP_FILE = 'replyguard.yml';
const SHOP_FILES = [SHOP_FILE, 'replyguard.yaml', 'replyguard.json'];
const KEYS = ['policy', 'extension', 'fixtures', 'lang'];

/** The options that name what is the shop's own. */
export interface ShopFlags {
  readonly policy?: string;
  readonly extension?: string;
  readonly config?: string | false;
}

/** What is the shop's own. */
export interface Shop {
  /** Folder of the shop's file, or the current one. */
  readonly folder: string;
  /** The shop's file, if there is one. */
  readonly file?: string;
  /** Absent where nothing names one. */
  readonly policy?: RawPolicy;
  /** Words, acts and rules of the shop's own. */
  readonly extension: Extension;
  /** Where its fixtures are: paths from `folder`. */
  readonly fixtures: readonly string[];
  /** Where new fixtures go; from `folder`. */
  readonly lang?: 'zh' | 'en';
}

/** Adds `--policy`, `--extension`, `--config` and `--no-config`. */
export function withShop(command: Command): Command {
  return command
    .addOption(new Option('--policy <name|file>', `default, us-store, or a JSON or YAML file (default: what ${SHOP_FILE} names, else default)`))
    .option('--extension <file>', 'words, acts and rules of your own, a JSON or YAML file')
    .option('--config <file>', `the shop's file (default: ${SHOP_FILE} here or in a folder above)`)
    .option('--no-config', `look for no ${SHOP_FILE}`);
}

/**
 * Reads what is the shop's own: what the options name, else what the shop's file names. That file is `replyguard.yml` in the
 * current folder or one above it; its paths count from where it stands.
 *
 * @throws UsageError for a file that cannot be used: file, line, column and what was expected.
 */
export async function readShop(flags: ShopFlags, cwd: string): Promise<Shop> {
  const file = shopFile(flags, cwd);
  const folder = folderOf(file, cwd);
  const config = file === undefined ? {} : await readConfig(file, cwd);
  const policy = await policyOf(flags.policy, config, folder, cwd);
  const extension = await extensionOf(flags.extension, config, folder, cwd);
  const shop = { folder, ...(file === undefined ? {} : { file }), ...(policy === undefined ? {} : { policy }), extension };
  return { ...shop, fixtures: config.fixtures ?? ['fixtures'], ...(config.lang === undefined ? {} : { lang: config.lang }) };
}

interface Config {
  readonly policy?: unknown;
  readonly extension?: string;
  readonly fixtures?: readonly string[];
  readonly lang?: 'zh' | 'en';
}

/** The folder from which the paths in the shop's file count: that of the file, or the current one. */
export function shopFolder(flags: ShopFlags, cwd: string): string {
  return folderOf(shopFile(flags, cwd), cwd);
}

function folderOf(file: string | undefined, cwd: string): string {
  return file === undefined ? cwd : dirname(file);
}

function shopFile({ config }: ShopFlags, cwd: string): string | undefined {
  if (config === false) return undefined;
  return config === undefined ? findUp(cwd) : resolve(cwd, config);
}

function findUp(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of SHOP_FILES) if (existsSync(resolve(folder, name))) return resolve(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}

async function readConfig(file: string, cwd: string): Promise<Config> {
  const data = await readDataFile(shown(file, cwd), cwd, '--config');
  const value = data.value ?? {};
  const fail = (path: string, expected: string): never => {
    throw new UsageError(data.describe({ path, expected }));
  };
  if (!isRecord(value)) return fail('', `keys and values (${KEYS.join(', ')})`);
  for (const key of Object.keys(value)) if (!KEYS.includes(key)) fail(key, `one of ${KEYS.join(', ')}`);
  const { policy, extension, fixtures, lang } = value;
  if (policy !== undefined && typeof policy !== 'string' && !isRecord(policy)) fail('policy', 'the name of a policy, a file, or the policy itself');
  if (extension !== undefined && typeof extension !== 'string') return fail('extension', 'a file');
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') return fail('lang', 'zh or en');
  const paths = fixtures === undefined || Array.isArray(fixtures) ? fixtures : [fixtures];
  if (paths?.some((path: unknown) => typeof path !== 'string') === true) fail('fixtures', 'a folder, a file, or a list of them');
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(extension === undefined ? {} : { extension }),
    ...(paths === undefined ? {} : { fixtures: paths.map(String) }),
    ...(lang === undefined ? {} : { lang }),
  };
}

async function policyOf(flag: string | undefined, config: Config, folder: string, cwd: string): Promise<RawPolicy> {
  const named = flag ?? config.policy;
  if (typeof named !== 'string') return named;
  if (!/\.(json|ya?ml)$/i.test(named) || /^\s*\{/.test(named)) return flag === undefined ? named : readPolicy(flag, cwd);
  const data = await readDataFile(shown(resolve(flag === undefined ? folder : cwd, named), cwd), cwd, '--policy');
  explaining(data, () => loadPolicyDocument(data.value));
  return data.value;
}

async function extensionOf(flag: string | undefined, config: Config, folder: string, cwd: string): Promise<Extension> {
  const named = flag ?? config.extension;
  if (named === undefined) return {};
  const data = await readDataFile(shown(resolve(flag === undefined ? folder : cwd, named), cwd), cwd, '--extension');
  return explaining(data, () => {
    const extension = loadExtension(data.value ?? {});
    createGuard({ extend: extension });
    return extension;
  });
}

/** Says where in the file a fault is. */
function explaining<Value>(data: DataFile, load: () => Value): Value {
  try {
    return load();
  } catch (error) {
    if (error instanceof ReplyguardError) throw new UsageError(error.issues.map((fault) => data.describe(fault)).join('\n'));
    throw error;
  }
}

function shown(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path.startsWith('..') ? file : path.replaceAll('\\', '/');
}
