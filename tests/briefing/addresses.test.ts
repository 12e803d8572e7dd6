import { describe, expect, test } from 'vitest';
import { PdfFile } from '../../src/proof/pdf/pdf-file.js';
import { briefpress } from '../cli/session.js';
import { SPECIMEN } from '../redaction/specimen.js';

const SECRETS = ['first@example.org', 'second@example.org', 'Quarterdeck', 'lighthouse-keepers', 'AMBER+STRICT'];

const TEXT = SPECIMEN.replace(
  / {2}- \{ copy: 1[\s\S]*(?=sources:)/,
  `  - { copy: 1, role: Redactor of the first copy, edition: public, tlp: GREEN, email: first@example.org, language: sv }
  - { copy: 2, role: Redactor of the second copy, email: second@example.org, printer: Quarterdeck }
  - { copy: 3, role: Third, clearance: AMBER+STRICT, groups: [lighthouse-keepers] }
`,
);

/** Every stream of a PDF, unpacked, and its own bytes. */
function everything(bytes: Uint8Array): string {
  const file = new PdfFile(bytes);
  return [Buffer.from(bytes).toString('latin1'), ...[...file.objects.values()].map((object) => file.data(object))].join(
    '\n',
  );
}

describe('the addresses of readers', () => {
  test.each([
    ['the whole brief', [], 'harbour'],
    ['an edition', ['--edition', 'public'], 'harbour.public'],
  ])('are in no document of %s, and not in the brief inside it', async (_, options, name) => {
    const argv = ['build', 'harbour.yaml', '--format', 'pdf,md,html,txt', ...options];
    const run = await briefpress(argv, { files: { 'harbour.yaml': TEXT } });
    expect(run.code).toBe(0);
    const pdf = run.files.get(`output/${name}.pdf`) ?? new Uint8Array();
    const texts = [everything(pdf), ...['md', 'html', 'txt'].map((format) => run.text(`output/${name}.${format}`))];
    expect(texts[0]).toContain('Redactor of the first copy');
    for (const text of texts) for (const secret of SECRETS) expect(text).not.toContain(secret);
    const verified = await briefpress(['verify', `output/${name}.pdf`], {
      files: { ...Object.fromEntries(run.files), 'harbour.yaml': TEXT },
    });
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  });

  test('a new address is not a change of the document', async () => {
    const later = TEXT.replace('first@example.org', 'other@example.org').replace(
      /supersedes: .*/,
      'supersedes: { edition: 1, file: before.yaml }',
    );
    const before = TEXT.replace('edition: 2\n', 'edition: 1\n').replace(/supersedes: .*\n/, '');
    const run = await briefpress(['diff', 'before.yaml', 'harbour.yaml'], {
      files: { 'harbour.yaml': later, 'before.yaml': before },
    });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).not.toContain('example.org');
  });
});
