import { describe, expect, it } from 'vitest';
import { loadedPack } from '../../src/materials/loaded-packs.js';
import { packFiles } from '../memo/packs.js';

const files = (changed: Record<string, string> = {}) => {
  const { pack, ...others } = packFiles('policy-memo');
  return { ...others, pack: new Map([...pack, ...Object.entries(changed)]) };
};

describe('a pack that was loaded before', () => {
  it('is the same for the same texts, and another for others', () => {
    const first = loadedPack(files(), 'policy-memo');
    expect(loadedPack(files(), 'policy-memo')).toBe(first);
    const changed = loadedPack(files({ 'memo.md.hbs': '# {{titel}}\n' }), 'policy-memo');
    expect(changed.ok).toBe(false);
    expect(changed.diagnostics.map(({ code }) => code)).toContain('template-unknown-field');
    expect(loadedPack(files(), 'policy-memo').diagnostics).toEqual([]);
  });

  it('is told from one of the same name elsewhere, and from itself with a person’s labels', () => {
    const first = loadedPack(files(), 'policy-memo');
    const own = new Map([['labels/en.yaml', 'labels:\n  keyFacts: What we know\n']]);
    expect(loadedPack({ ...files(), own }, 'policy-memo')).not.toBe(first);
    expect(loadedPack({ ...files(), folder: 'elsewhere/policy-memo' }, 'policy-memo')).not.toBe(first);
  });
});
