import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBriefing } from '../../src/index.js';

/** A fault of the program's own, and what it printed of each brief that it was given. */
const fault = vi.hoisted(() => ({
  in: '' as 'resolving' | 'attaching' | 'naming' | 'remembering' | '',
  printed: [] as string[],
  before: '',
}));

/** What a fault can print of an object: whatever was withheld, if the object has it. */
function printedOf(given: object): string {
  const { withheld = [] } = given as { readonly withheld?: readonly { readonly text: string }[] };
  const printed = withheld.map(({ text }) => text).join(' ');
  fault.printed.push(printed);
  return printed;
}

vi.mock('../../src/edition/resolve.js', async (load) => {
  const real = await load<typeof import('../../src/edition/resolve.js')>();
  const resolveEdition: typeof real.resolveEdition = (loaded, choice) => {
    const { title } = loaded.brief;
    const printed = fault.in === 'resolving' ? printedOf(loaded) : fault.in === 'remembering' ? fault.before : '';
    fault.before = String(title);
    return real.resolveEdition({ ...loaded, brief: { ...loaded.brief, title: `${title} ${printed}`.trim() } }, choice);
  };
  return { ...real, resolveEdition };
});

vi.mock('../../src/briefing/attachments.js', async (load) => {
  const real = await load<typeof import('../../src/briefing/attachments.js')>();
  const attachmentsOf: typeof real.attachmentsOf = (made) => {
    const files = real.attachmentsOf(made);
    if (fault.in !== 'attaching') return files;
    const bytes = new TextEncoder().encode(printedOf(made.loaded));
    return files.map((each) => (each.name.endsWith('.md') ? { ...each, bytes } : each));
  };
  return { ...real, attachmentsOf };
});

vi.mock('../../src/briefing/document-name.js', async (load) => {
  const real = await load<typeof import('../../src/briefing/document-name.js')>();
  const documentName: typeof real.documentName = (loaded, language) =>
    real.documentName(loaded, language) + (fault.in === 'naming' ? printedOf(loaded) : '');
  return { ...real, documentName };
});

/** A brief that withholds a name from its edition: where it is a word of the program's, a second document is made. */
const written = (name: string) => `briefpress: 1
id: base
title: Operation Blue Heron
asOf: 2024-09-04
summary: Summary of the whole for us alone here.
marking: { tlp: AMBER }
editions:
  - id: press
    maxTlp: CLEAR
    overrides: { title: A title for the press, summary: A short account. }
stakeholders:
  - { name: "${name}", kind: other }
keyFacts:
  - text: The visit was the first.
    tlp: CLEAR
    sources: [press-0903]
sources:
  - { id: press-0903, tlp: CLEAR, type: article-newspaper, title: Report on the visit, issued: 2024-09-03 }
`;

const WAYS = [
  ['alone', 'Ministry of Herons', 1],
  ['with a second document', 'Key facts', 2],
] as const;

beforeEach(() => Object.assign(fault, { in: '', printed: [], before: '' }));

describe.each(WAYS)('an edition made %s', (_, name, documents) => {
  const text = written(name);

  it.each(['resolving', 'attaching', 'naming'] as const)(
    'has nothing withheld that a fault could print when %s',
    async (where) => {
      fault.in = where;
      const made = await buildBriefing({ text, edition: 'press' });
      expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(fault.printed).toEqual(Array.from({ length: documents }, () => ''));
    },
  );

  it('is refused where a fault prints what the document before it had', async () => {
    fault.in = 'remembering';
    await buildBriefing({ text });
    const made = await buildBriefing({ text, edition: 'press' });
    const leaks = made.diagnostics.filter(({ code }) => code === 'edition-leak');
    expect(leaks.map(({ field }) => field)).toContain('title');
  });
});
