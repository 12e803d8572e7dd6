import { describe, expect, it } from 'vitest';
import { PdfFile } from './file/file.js';
import { rendered } from './rendered.js';
import { STRESS } from './stress.js';
import { structureProblems } from './structure.js';

describe('the structure of documents that try the limits', () => {
  it.each(Object.entries(STRESS))('%s', async (_, definition) => {
    const { bytes } = await rendered(definition);
    expect(structureProblems(new PdfFile(bytes))).toEqual([]);
  });
});
