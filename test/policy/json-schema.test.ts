import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/policy.schema.json';

describe('schemas/policy.schema.json', () => {
  it('is fresh', () => {
    const run = (): string => execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate-schemas.ts', '--check'], { encoding: 'utf8' });
    expect(run).not.toThrow();
  });

  it('asks for everything without extends, and for nothing but that with it', () => {
    expect(schema.else.required).toContain('timelines');
    expect(schema.else.properties.caps.required).toEqual(['coupon', 'goodwill']);
    expect(schema.then.required).toEqual(['extends']);
    expect(schema.then.properties.caps).not.toHaveProperty('required');
    expect(schema.then.additionalProperties).toBe(false);
  });

  it('describes every field', () => {
    const described = Object.values(schema.else.properties).map((field) => field.description.length);
    expect(Math.min(...described)).toBeGreaterThan(10);
  });
});
