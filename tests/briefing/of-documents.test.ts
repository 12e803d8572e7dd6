import { expect, test } from 'vitest';
import { saidOfDocuments } from '../../src/briefing/of-documents.js';
import { info, warning } from '../../src/diagnostics/diagnostic.js';

const closer = (share: number) =>
  info('page-fit', `Blocks have ${share} % of the usual space.`, { hints: ['A hint.'] });
const late = warning('sense-stale-fact', 'It is out of date.');

test('what is said of pages names the documents that it is about, and each thing is said once', () => {
  const said = saidOfDocuments([
    { name: 'visit', diagnostics: [late, closer(70)] },
    { name: 'visit.sv', diagnostics: [late, closer(60)] },
    { name: 'visit.partners', diagnostics: [late, closer(70)] },
  ]);
  expect(said).toEqual([
    late,
    { ...closer(70), hints: ['This is about visit, visit.partners.', 'A hint.'] },
    { ...closer(60), hints: ['This is about visit.sv.', 'A hint.'] },
  ]);
});

test('of the only document of a brief, its name says nothing', () => {
  expect(saidOfDocuments([{ name: 'visit', diagnostics: [closer(70)] }])).toEqual([closer(70)]);
});
