import { expect, it } from 'vitest';
import { documentFields } from '../../src/memo/document-fields.js';
import { edition } from './packs.js';

it('says of the edition what registries and archives ask for', () => {
  const fields = documentFields(edition(), { template: 'policy-memo', version: '1.2.3' });
  const said = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  expect(said).toMatchObject({
    briefId: edition().id,
    edition: String(edition().edition),
    type: edition().type,
    status: edition().status,
    language: 'en',
    reference: 'REF/2026/1',
    asOf: edition().asOf.iso,
    tlp: 'TLP:AMBER+STRICT',
    protectiveMarking: 'OFFICIAL-SENSITIVE – RECIPIENTS ONLY – PERSONAL',
    template: 'policy-memo',
    briefpressVersion: '1.2.3',
  });
  expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  for (const { name } of fields) expect(name).toMatch(/^[a-z][A-Za-z]*$/);
});

it('leaves out what the edition does not say, and the path of a template', () => {
  const silent = { ...edition(), reference: null, marking: null, issuedAt: null };
  const names = documentFields(silent, { template: '/home/someone/pack' }).map(({ name }) => name);
  for (const name of ['reference', 'tlp', 'protectiveMarking', 'restrictions', 'issuedAt', 'template']) {
    expect(names).not.toContain(name);
  }
  expect(names).not.toContain('briefpressVersion');
});

it('prints the words of a text, not its marks', () => {
  const fields = documentFields(edition({ reference: 'A  *b* c' }), { template: 'x' });
  expect(fields.find(({ name }) => name === 'reference')?.value).toBe('A *b* c');
});
