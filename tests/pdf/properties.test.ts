import fc from 'fast-check';
import { describe, it } from 'vitest';
import { STANDARDS } from '../../src/pdf/document/standard.js';
import { anyContent } from './any-definition.js';
import { definitionOf } from './definitions.js';
import { PdfFile } from './file/file.js';
import { readingOf } from './reading.js';
import { rendered } from './rendered.js';
import { spokenBy, withoutSpaces } from './spoken.js';
import { structureProblems } from './structure.js';
import { newStructureProblems } from './structure-2.js';

describe('any definition', () => {
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
