import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapInlines } from '../../src/document/map.js';
import type { Inline } from '../../src/document/tree.js';

const anyInlines: fc.Arbitrary<Inline[]> = fc.letrec<{ nodes: Inline[] }>((tie) => ({
  nodes: fc.array(
    fc.oneof(
      { depthSize: 'small' },
      fc.record({ type: fc.constant('text' as const), value: fc.constantFrom('', 'a', 'b ') }),
      fc.record({
        type: fc.constant('text' as const),
        value: fc.constantFrom('', 'c'),
        origin: fc.constantFrom('title', 'summary'),
      }),
      fc.constant<Inline>({ type: 'break' }),
      fc.record({ type: fc.constantFrom('emphasis' as const, 'strong' as const), children: tie('nodes') }),
    ),
    { maxLength: 4 },
  ),
})).nodes;

describe('mapInlines', () => {
  it('joins texts whether it replaces nodes or none', () => {
    fc.assert(
      fc.property(anyInlines, (nodes) => {
        expect(mapInlines(nodes, {})).toEqual(mapInlines(nodes, { inline: () => undefined }));
      }),
      { numRuns: 2000 },
    );
  });
});
