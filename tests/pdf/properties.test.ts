import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { STANDARDS } from '../../src/pdf/document/standard.js';
import { type LaidOutDocument, readyDefinition } from '../../src/pdf/render.js';
import { withLeading } from '../layout/with-leading.js';
import { withSpace } from '../layout/with-space.js';
import { anyContent } from './any-definition.js';
import { definitionOf } from './definitions.js';
import { PdfFile } from './file/file.js';
import { readingOf } from './reading.js';
import { rendered } from './rendered.js';
import { testResources } from './resources.js';
import { spokenBy, withoutSpaces } from './spoken.js';
import { structureProblems } from './structure.js';
import { newStructureProblems } from './structure-2.js';

/** They may be broken anywhere, so nothing is lost but the space between them. */
const lines: fc.Arbitrary<PrintNode[][]> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 9, 60))
  .map(([count, space]) => [Array.from({ length: count }, () => ({ text: 'Line', margin: [0, 0, 0, space] }))]);

describe('any definition', () => {
  it('has more pages wherever its heights say so, set as closely as it may be', async () => {
    let most = 0;
    const page = { width: 320, height: 300, margins: [30, 30, 30, 30] } as const;
    const laidOut = async (definition: PrintDefinition, space: number): Promise<LaidOutDocument> => {
      const ready = await readyDefinition(definition, testResources());
      const made = ready.ok ? await ready.value.layOut(space) : ready;
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      return made.value;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.array(anyContent, { minLength: 1, maxLength: 4 }), lines),
        fc.constantFrom(0.5, 0.7, 1),
        fc.constantFrom(0.96, 1),
        async (contents, space, leading) => {
          const definition = definitionOf(contents.flat(), { page });
          const closer = withLeading(withSpace(definition, leading), leading);
          const { pages } = await laidOut(closer, space);
          const now = await laidOut(definition, 1);
          if (now.exceeds(pages, { space, leading })) throw new Error(`${pages} pages are enough`);
          // What can be said of all of them is not said of none.
          if (now.exceeds(pages - 1, { space, leading })) most++;
        },
      ),
      { numRuns: 150 },
    );
    expect(most).toBeGreaterThan(10);
  });

  it('is printed with a valid structure, and read with nothing missing and nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, fc.constantFrom(...STANDARDS), async (content, standard) => {
        const definition = definitionOf(content, { page: { width: 320, height: 300, margins: [30, 30, 30, 30] } });
        const file = new PdfFile((await rendered(definition, { standard })).bytes);
        const problems = [...structureProblems(file), ...(standard === 'ua2' ? newStructureProblems(file) : [])];
        const said = withoutSpaces(spokenBy(content));
        const heard = withoutSpaces(readingOf(file).text);
        if (heard !== said) problems.push(`heard ${heard}\n instead of ${said}`);
        if (problems.length > 0) throw new Error(problems.join('\n'));
      }),
      { numRuns: 60 },
    );
  });
});
