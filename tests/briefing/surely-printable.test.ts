import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadedBrief } from '../../src/brief/brief.js';
import type { BriefingMaterials } from '../../src/briefing/briefing-materials.js';
import { everyDocument } from '../../src/briefing/every-document.js';
import { isSurelyPrintable, isSurelySound } from '../../src/briefing/surely-printable.js';
import type { PrintDocument } from '../../src/document/document.js';
import type { Block } from '../../src/document/tree.js';
import type { Edition } from '../../src/edition/edition.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import { layoutDocument } from '../../src/layout/layout.js';
import { Materials } from '../../src/materials/make-document.js';
import { type OpenedBrief, openBrief, openText } from '../../src/materials/open-brief.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { isCommonText } from '../../src/pdf/fonts/common-text.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';
import { shapelyBrief } from '../brief/arbitrary.js';
import { brief } from '../cli/session.js';
import { sensible } from './sensible.js';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'briefs');
const workspace = diskWorkspace(ROOT);
const stock = new Materials(workspace);

interface Composed {
  readonly edition: Edition;
  readonly document: PrintDocument;
  readonly materials: BriefingMaterials;
  readonly loaded: LoadedBrief;
}

/** What is printed of each document of a brief. */
function composed(opened: OpenedBrief): Composed[] {
  if (!opened.loaded.ok) throw new Error(JSON.stringify(opened.loaded.diagnostics));
  return everyDocument(opened.loaded.value).flatMap((each) => {
    if (!each.ok) return [];
    const { loaded, language } = each.value;
    const materials = stock.for(loaded, opened);
    const edition = resolveEdition(loaded, { language });
    if (!materials.ok || !edition.ok)
      throw new Error(JSON.stringify([...materials.diagnostics, ...edition.diagnostics]));
    const document = composePrint(edition.value, materials.value.pack, { created: '' });
    if (!document.ok) throw new Error(JSON.stringify(document.diagnostics));
    return [{ edition: edition.value, document: document.value, materials: materials.value, loaded }];
  });
}

const fromText = (text: string) => composed(openText(workspace, { text, file: 'a.yaml', folder: FOLDER }));
const fromFile = (name: string) => composed(openBrief(workspace, join(FOLDER, name)));

function isSure({ document, materials, loaded: { brief } }: Composed): boolean {
  return isSurelyPrintable(document, { materials, layout: brief.layout, usualPages: materials.pack.pages ?? null });
}

function isSound({ edition, materials, loaded: { brief } }: Composed): boolean {
  const { pack } = materials;
  return isSurelySound(edition, { pack, materials, layout: brief.layout, usualPages: pack.pages });
}

/** Every text in data. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}

/** What printing finds in the texts that are set. */
function uncommonTexts({ document, materials }: Composed): readonly string[] {
  const { theme } = materials;
  const setting = { theme, paper: 'A4', images: new Map(), logo: null, ascents: new Map() } as const;
  const definition = layoutDocument(document, setting);
  if (!definition.ok) throw new Error(JSON.stringify(definition.diagnostics));
  return textsIn({ ...definition.value, info: null }).filter((text) => !isCommonText(text));
}

const [plain] = fromText(brief());
if (plain === undefined) throw new Error('the brief makes a document');
const { document, materials } = plain;
const usual = { materials, layout: undefined, usualPages: null };

function withBlock(block: Block): PrintDocument {
  return { ...document, root: { ...document.root, children: [...document.root.children, block] } };
}

const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });

describe('a document is surely printable', () => {
  it('with the usual materials', () => {
    expect(isSurelyPrintable(document, usual)).toBe(true);
    expect(isSurelyPrintable(withBlock(paragraph('Хэлэлцээр – “Łódź”, Ελλάδα ☐ ≥ 5 €')), usual)).toBe(true);
    expect(isSurelyPrintable(document, { ...usual, materials: { ...materials, own: ['labels'] } })).toBe(true);
    expect(isSurelyPrintable(document, { ...usual, layout: { density: 'airy', paper: 'LETTER' } })).toBe(true);
  });

  it('and most samples are', () => {
    const names = readdirSync(FOLDER).filter((name) => /\.(?:yaml|json)$/.test(name));
    const sure = names.filter((name) => fromFile(name).some(isSure));
    expect(sure.length).toBeGreaterThan(names.length / 2);
  });

  it('only where all that is set of it is in the fonts', async () => {
    const names = readdirSync(FOLDER).filter((name) => /\.(?:yaml|json)$/.test(name));
    const samples = names.flatMap(fromFile).filter(isSure);
    expect(samples.flatMap(uncommonTexts)).toEqual([]);
    let [found, sound] = [0, 0];
    const languages = fc.constantFrom('en', 'sv', 'fr', 'de', 'ru', 'uk', 'mn', 'tr', 'el', 'fi', 'pl');
    await fc.assert(
      fc.property(shapelyBrief, languages, (shapely, language) => {
        const { brief: made } = sensible({ ...shapely, type: 'information-memo' }, language);
        const opened = openText(workspace, { text: JSON.stringify(made), file: 'a.json', folder: FOLDER });
        for (const each of opened.loaded.ok ? composed(opened).filter(isSure) : []) {
          found += 1;
          expect(uncommonTexts(each)).toEqual([]);
          if (!isSound(each)) continue;
          sound += 1;
          expect(composePrint(each.edition, each.materials.pack, { created: '' }).diagnostics).toEqual([]);
          expect(composeMemo(each.edition, each.materials.pack).diagnostics).toEqual([]);
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 40), seed: 11, endOnFailure: true },
    );
    expect([found > 5, sound > 5]).toEqual([true, true]);
  });
});

describe('a document is not surely printable', () => {
  const { theme } = materials;
  const logo = { file: 'logo.png', width: 30, alt: '' };
  const fonts = { ...theme.fonts, body: 'Noto Serif' };
  const fallback = { ...theme.fonts.fallback, sans: ['Noto Sans'] };
  const withTheme = (change: object) => ({ ...usual, materials: { ...materials, theme: { ...theme, ...change } } });

  it.each([
    ['a picture', withBlock({ type: 'paragraph', children: [{ type: 'image', url: 'a.png', alt: '', title: null }] })],
    ['a character that few fonts have', withBlock(paragraph('Egyptian \u{1304b}'))],
    ['letters that run from the right', withBlock(paragraph('مذكرة'))],
    [
      'such a character in a list',
      withBlock({
        type: 'list',
        ordered: false,
        start: null,
        spread: false,
        children: [{ type: 'listItem', checked: null, spread: false, children: [paragraph('日本')] }],
      }),
    ],
    ['such a character in the margin', { ...document, furniture: { ...document.furniture, marking: '日本' } }],
    ['such a character in the words of its language', { ...document, words: { ...document.words, footnotes: '注' } }],
    ['a watermark of more than letters', { ...document, furniture: { ...document.furniture, watermark: 'DRAFT ☐' } }],
    [
      'a chart',
      withBlock({
        type: 'figure',
        figure: { kind: 'chart', form: 'line', language: 'fa', categories: [], days: null, series: [] },
        alt: '',
        caption: [],
        children: [],
      }),
    ],
    [
      'blocks in each other without end',
      withBlock(
        Array.from({ length: 60 }).reduce<Block>(
          (inner) => ({ type: 'blockquote', children: [inner] }),
          paragraph('x'),
        ),
      ),
    ],
  ] satisfies readonly (readonly [string, PrintDocument])[])('with %s', (_, made) => {
    expect(isSurelyPrintable(made, usual)).toBe(false);
  });

  it.each([
    ['a template of the user', { ...usual, materials: { ...materials, own: ['template'] as const } }],
    ['a theme of the user', { ...usual, materials: { ...materials, own: ['labels', 'theme'] as const } }],
    ['fonts of the user', { ...usual, materials: { ...materials, own: ['fonts'] as const } }],
    ['materials of unknown origin', { ...usual, materials: { theme } }],
    ['a theme that the brief names', { ...usual, layout: { theme: 'greyscale' } }],
    ['other fonts', withTheme({ fonts })],
    ['fewer fonts', withTheme({ fonts: { ...theme.fonts, fallback } })],
    ['a logo', withTheme({ logo })],
    ['typographic marks, which depend on the language', withTheme({ text: { ...theme.text, smart: true } })],
    ['a limit of pages', { ...usual, layout: { maxPages: 50 } }],
    ['a template that is made for two', { ...usual, usualPages: 2 }],
    ['numbered copies', { ...usual, copies: [] }],
  ])('with %s', (_, printing) => {
    expect(isSurelyPrintable(document, printing)).toBe(false);
  });
});

describe('an edition is surely sound', () => {
  const soundWith = (more: string) => fromText(brief(more)).map(isSound);
  const { edition } = plain;
  const { pack } = materials;

  it('with the usual materials, and most samples are', () => {
    expect(soundWith('')).toEqual([true]);
    expect(soundWith('languages: [mn]\nbackground: "[A](https://example.org/#part)"\n')).toEqual([true]);
    const names = readdirSync(FOLDER).filter((name) => /\.(?:yaml|json)$/.test(name));
    expect(names.filter((name) => fromFile(name).some(isSound)).length).toBeGreaterThan(names.length / 2);
  });

  it.each([
    ['a picture', 'background: "![map](map.png)"\n'],
    ['a link to a place that a memo may not have', 'background: "[Sources](#sources)"\n'],
    ['a character that few fonts have', 'subtitle: "\\U0001304B"\n'],
    ['words that the template lacks', 'languages: [cs]\n'],
    ['words that the template has in Arabic', 'languages: [ar]\n'],
    ['a limit of pages', 'layout: { maxPages: 50 }\n'],
    ['a theme that the brief names', 'layout: { theme: greyscale }\n'],
    ['a template that asks for more', 'layout: { template: read-ahead }\n'],
    ['a template that is made for two pages', 'layout: { template: two-pager }\n'],
  ])('but not with %s', (_, more) => {
    const opened = openText(workspace, { text: brief(more), file: 'a.yaml', folder: FOLDER });
    if (!opened.loaded.ok) throw new Error(JSON.stringify(opened.loaded.diagnostics));
    const { value: loaded } = opened.loaded;
    const [stocked, resolved] = [stock.for(loaded, opened), resolveEdition(loaded, {})];
    if (!stocked.ok || !resolved.ok) throw new Error(JSON.stringify([stocked.diagnostics, resolved.diagnostics]));
    const made = { edition: resolved.value, document, materials: stocked.value, loaded };
    expect(isSound(made)).toBe(false);
  });

  it('but not with a picture that is not printed, as the memo may have it', () => {
    const usualPrinting = { pack, materials, layout: undefined, usualPages: null };
    expect(isSurelySound(edition, usualPrinting)).toBe(true);
    const withMore = { ...edition, unprinted: [{ type: 'image', url: 'a.png' }] };
    expect(isSurelySound(withMore, usualPrinting)).toBe(false);
  });

  it.each([['labels'], ['template'], ['theme'], ['fonts']] as const)('but not with %s of the user', (own) => {
    const printing = { pack, materials: { ...materials, own: [own] }, layout: undefined, usualPages: null };
    expect(isSurelySound(edition, printing)).toBe(false);
  });
});
