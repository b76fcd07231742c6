import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

describe('peer dependencies', () => {
  // npm refuses to install a package beside a framework outside its range, though nobody may want the adapter.
  it('are optional, and any version of them may be installed beside the core', () => {
    expect(Object.keys(manifest.peerDependencies)).not.toEqual([]);
    for (const [name, range] of Object.entries(manifest.peerDependencies)) {
      expect(`${name}: ${range}`).toBe(`${name}: *`);
      expect(`${name}: ${String(manifest.peerDependenciesMeta[name]?.optional)}`).toBe(`${name}: true`);
    }
  });
});
