import { describe, expect, it } from 'vitest';
import type { FaceStyle, PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { type PdfResources, renderPdf } from '../../src/pdf/render.js';
import { definitionOf } from './definitions.js';
import { readFont, testResources } from './resources.js';
import { STRESS } from './stress.js';

/** As in a process of its own: fonts are shared by the bytes that they were opened from, and these were never seen. */
function freshResources(): PdfResources {
  const read = new Map<string, Uint8Array>();
  const fresh = (family: string, face: FaceStyle): Uint8Array | null => {
    const key = `${family} ${face}`;
    const bytes = read.get(key) ?? readFont(family, face)?.slice() ?? null;
    if (bytes !== null) read.set(key, bytes);
    return bytes;
  };
  return { ...testResources(), readFont: fresh };
}

async function bytesOf(definition: PrintDefinition, resources: PdfResources): Promise<string> {
  const outcome = await renderPdf(definition, resources);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return Buffer.from(outcome.value.bytes).toString('latin1');
}

const page = (...texts: string[]): PrintDefinition =>
  definitionOf(texts.map((text): PrintNode => ({ text, role: 'P' })));

/** Pairs of texts whose characters share glyphs, whichever comes first. */
const SHARING: readonly (readonly [string, string])[] = [
  ['5 µm', '5 μm'],
  ['soft\u00adhyphen', 'hard-hyphen'],
  ['Ω in ohm \u2126', 'Ωmega'],
  ['office fiancé', 'o f f i c e f i'],
  ['a\u00a0b', 'a b'],
];

describe('fonts that documents share', () => {
  it.each(SHARING)('says %j and %j as if no other document had been made before', async (one, other) => {
    const shared = freshResources();
    const alone = [await bytesOf(page(one), freshResources()), await bytesOf(page(other), freshResources())];
    const together = [await bytesOf(page(one), shared), await bytesOf(page(other), shared)];
    expect(together).toEqual(alone);
    expect(await bytesOf(page(one), shared)).toBe(alone[0]);
  });

  it('gives the same bytes for scripts, drawings and nearest faces after any other document', async () => {
    const shared = freshResources();
    const names = ['scripts', 'odd', 'sample', 'divided'] as const;
    const definitions = names.map((name) => STRESS[name] as PrintDefinition);
    for (const each of definitions) await bytesOf(each, shared);
    for (const each of definitions.toReversed()) {
      expect(await bytesOf(each, shared)).toBe(await bytesOf(each, freshResources()));
    }
  });

  it('forgets words and shapes them again, to the same bytes', async () => {
    const shared = freshResources();
    const many = page(Array.from({ length: 9000 }, (_, index) => `w${index.toString(36)}`).join(' '));
    const first = await bytesOf(many, shared);
    expect(await bytesOf(many, shared)).toBe(first);
  });
});
