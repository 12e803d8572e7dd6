import { beforeAll, describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/pdf/render.js';
import { definitionOf } from './definitions.js';
import { stepsOf } from './file/content.js';
import { PdfFile } from './file/file.js';
import { type Dictionary, nameOf, PdfString, Reference, Stream, type Value } from './file/objects.js';
import { rendered } from './rendered.js';
import { SAMPLE } from './sample.js';

const ATTACHMENTS: readonly Attachment[] = [
  {
    name: 'memo.md',
    bytes: new TextEncoder().encode('# Memo\n'),
    mediaType: 'text/markdown',
    description: 'The same as Markdown',
    relationship: 'Alternative',
    modified: '2026-11-20T10:00:00+01:00',
  },
  {
    name: 'Å brief.yaml',
    bytes: new TextEncoder().encode('id: å\n'),
    mediaType: 'application/yaml',
    description: 'What it was made from',
    relationship: 'Source',
    modified: '2026-11-20T10:00:00Z',
  },
];

let file: PdfFile;
beforeAll(async () => {
  file = new PdfFile((await rendered(SAMPLE, { attachments: ATTACHMENTS })).bytes);
});

function text(value: Value | undefined): string {
  const object = file.get(value);
  return object instanceof PdfString ? object.text : '';
}

/** The top of a destination, from the bottom of its page; and the page's place in the document. */
function place(destination: Value | undefined): { page: number; top: number } {
  const [page, kind, , top] = file.array(destination);
  expect(nameOf(kind)).toBe('XYZ');
  return { page: file.pages.findIndex(({ id }) => page instanceof Reference && page.id === id), top: Number(top) };
}

describe('the document', () => {
  it('says the same in Info and in XMP, escaped', () => {
    const info = file.dictionary(file.trailer.Info);
    const xmp = file.data(file.catalog.Metadata);
    expect(text(info.Title)).toBe('A <test> & its title');
    expect(text(info.Author)).toBe('Ada Łovelace');
    expect(text(info.Keywords)).toBe('pdf, structure');
    expect(text(info.CreationDate)).toBe('D:20261123070000Z');
    const utf8 = Buffer.from(xmp, 'latin1').toString('utf8');
    expect(utf8).toContain('>A &lt;test&gt; &amp; its title</rdf:li>');
    expect(utf8).toContain('>Ada Łovelace</rdf:li>');
    expect(utf8).toContain('<pdf:Keywords>pdf, structure</pdf:Keywords>');
    expect(utf8).toContain('<xmp:CreateDate>2026-11-23T07:00:00Z</xmp:CreateDate>');
    expect(utf8).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('describes the fields that are its own, and has each once', () => {
    const xmp = Buffer.from(file.data(file.catalog.Metadata), 'latin1').toString('utf8');
    expect(xmp).toContain('xmlns:brief="urn:briefpress:brief:1#"');
    expect(xmp).toContain('<brief:reference>A/2 &lt;b&gt; &amp; &quot;c&quot;</brief:reference>');
    const said = [...xmp.matchAll(/<brief:(\w+)>/g)].map(([, name]) => name);
    expect(said).toEqual(['reference', 'edition', 'asOf']);
    const described = xmp.slice(xmp.indexOf('urn:briefpress:brief:1#</pdfaSchema:namespaceURI>'));
    const properties = described.matchAll(
      /<pdfaProperty:name>(\w+)<\/pdfaProperty:name><pdfaProperty:valueType>(\w+)</g,
    );
    expect([...properties].map(([, name, type]) => `${name} ${type}`)).toEqual([
      'reference Text',
      'edition Integer',
      'asOf Date',
    ]);
  });

  it('has no schema of its own where it has no such field', async () => {
    const { fields: _, ...info } = SAMPLE.info;
    const plain = new PdfFile((await rendered({ ...SAMPLE, info })).bytes);
    const xmp = plain.data(plain.catalog.Metadata);
    expect(xmp).not.toContain('brief:');
    expect(xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  it('keeps metadata readable for tools that know no PDF', async () => {
    const { bytes } = await rendered(SAMPLE);
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfaid:part>3');
  });

  it('holds its attachments, each with its relationship, type and date', () => {
    const files = file.array(file.catalog.AF).map((specification) => file.dictionary(specification));
    expect(files.map((one) => [text(one.UF), nameOf(one.AFRelationship)])).toEqual([
      ['memo.md', 'Alternative'],
      ['Å brief.yaml', 'Source'],
    ]);
    const streams = files.map((one) => file.get(file.dictionary(one.EF).F) as Stream);
    expect(streams.map((stream) => nameOf(stream.dictionary.Subtype))).toEqual(['text/markdown', 'application/yaml']);
    expect(streams.map((stream) => text(file.dictionary(stream.dictionary.Params).ModDate))).toEqual([
      'D:20261120090000Z',
      'D:20261120100000Z',
    ]);
    expect(streams.map((stream) => file.data(stream))).toEqual(['# Memo\n', 'id: \u00c3\u00a5\n']);
    const names = file.array(file.dictionary(file.dictionary(file.catalog.Names).EmbeddedFiles).Names);
    expect(names.filter((_, at) => at % 2 === 0).map(text)).toEqual(['memo.md', 'Å brief.yaml']);
  });

  it('has bookmarks that open at their heading, nested by level', () => {
    const outlines = file.dictionary(file.catalog.Outlines);
    const title = file.dictionary(outlines.First);
    const lists = file.dictionary(title.First);
    const table = file.dictionary(lists.Next);
    expect([title, lists, table].map((item) => text(item.Title))).toEqual(['A sample', 'Lists', 'A table']);
    expect(outlines.Count).toBe(3);
    const places = [title, lists, table].map((item) => place(item.Dest));
    expect(places.map(({ page }) => page)).toEqual([0, 0, 1]);
    expect(places[0]?.top).toBeGreaterThan(places[1]?.top ?? 0);
    expect(places[1]?.top).toBeGreaterThan(400);
  });

  it('sorts destinations by byte, and every link has one', () => {
    const names = file.array(file.dictionary(file.dictionary(file.catalog.Names).Dests).Names);
    const known = names.filter((_, at) => at % 2 === 0).map(text);
    expect(known).toEqual(['source-1', 'table', 'top']);
    const links = file.pages.flatMap((page) => file.array(file.dictionary(page).Annots)).map((a) => file.dictionary(a));
    const internal = links.filter((link) => link.Dest !== undefined).map((link) => text(link.Dest));
    expect(internal).toEqual(['table', 'source-1']);
    expect(links.map((link) => text(link.Contents))).toContain('Source 1');
    const uris = links.filter((link) => link.A !== undefined).map((link) => text(file.dictionary(link.A).URI));
    expect(new Set(uris)).toEqual(
      new Set(['https://example.org/a?b=1&c=2', 'https://example.org/h', 'https://example.org/source']),
    );
  });

  it('numbers its pages and shows its title', () => {
    expect(file.array(file.dictionary(file.catalog.PageLabels).Nums)[0]).toBe(0);
    expect(text(file.catalog.Lang)).toBe('en-GB');
  });

  it('says that it is tagged, and of no tag that it is doubtful', () => {
    // PDF/UA-1, 7.1: Suspects is not true; where it is missing, it is false (ISO 32000-1, table 321).
    expect(file.dictionary(file.catalog.MarkInfo)).toEqual({ Marked: true });
    expect(file.dictionary(file.catalog.StructTreeRoot)).toMatchObject({ Type: expect.anything() });
  });

  it('holds nothing active and nothing of the machine', async () => {
    const keys = new Set<string>();
    const collect = (value: Value): void => {
      if (Array.isArray(value)) value.forEach(collect);
      else if (value instanceof Stream) collect(value.dictionary);
      else if (Object.getPrototypeOf(value ?? 0) === Object.prototype) {
        for (const [key, inner] of Object.entries(value as Dictionary)) {
          keys.add(key);
          collect(inner);
        }
      }
    };
    for (const object of file.objects.values()) collect(object);
    expect([...keys].filter((key) => ['JS', 'JavaScript', 'OpenAction', 'AA', 'Launch'].includes(key))).toEqual([]);
    const everything = [...file.objects.values()].map((object) => (object instanceof Stream ? file.data(object) : ''));
    expect(everything.join('\n')).not.toContain(process.cwd());
  });

  it('writes real spaces in justified text, in few pieces', () => {
    const [page] = file.pages;
    if (page === undefined) throw new Error('no page');
    const shown = stepsOf(file.content(page)).filter(({ operator }) => operator === 'Tj' || operator === 'TJ');
    const longest = Math.max(...shown.map(({ operands }) => operands.flat().length));
    expect(longest).toBeGreaterThan(10);
    expect(shown.some(({ operator }) => operator === 'Tw')).toBe(false);
    expect(shown.length).toBeLessThan(60);
  });

  it('drops a link that leads nowhere and keeps its text', async () => {
    const definition = definitionOf([
      { text: [{ text: 'see ' }, { text: 'this', linkToDestination: 'no-such-place' }] },
    ]);
    const printed = new PdfFile((await rendered(definition)).bytes);
    const [page] = printed.pages;
    expect(page && printed.array(printed.dictionary(page).Annots)).toEqual([]);
  });
});
