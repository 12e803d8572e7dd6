import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'output';
const PDFS = readdirSync(FOLDER).filter((file) => file.endsWith('.pdf'));

/** What a person gets who copies a page: the text as Poppler reads it. */
function copied(file: string): string {
  return execFileSync('pdftotext', [join(FOLDER, file), '-'], { encoding: 'utf8' });
}

describe.each(PDFS)('the text that is copied from %s', (file) => {
  it('has no raised number in a word or a year, also below a divided word', () => {
    const glued = copied(file).match(/\p{L}{3,}[.,)]?\d{1,2}\b|\b(?:19|20)\d{2}\d{1,2}\b/gu) ?? [];
    expect(glued).toEqual([]);
  });

  it('has its words whole', () => {
    const text = copied(file);
    expect(text).not.toContain('\u00ad');
    expect(text.match(/\p{Ll}-\n\p{Ll}/gu) ?? []).toEqual([]);
  });
});
