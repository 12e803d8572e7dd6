import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Brief, LoadedBrief } from '../../src/brief/brief.js';
import { readBrief } from '../../src/brief/read.js';
import type { PrintDocument } from '../../src/document/document.js';
import type { Block } from '../../src/document/tree.js';
import { plainText, walkTree } from '../../src/document/walk.js';
import type { Edition } from '../../src/edition/edition.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import { toMarkdown } from '../../src/markdown/serialize.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import type { TemplatePack } from '../../src/memo/pack.js';
import { compiledPack, edition, LANGUAGES, PACKS, pack } from './packs.js';

type HtmlNode = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** A memo as GitHub shows it: read by a parser and a renderer that share nothing with ours. */
class Shown {
  private readonly root: HtmlNode;

  constructor(memo: string) {
    const body = memo.replace(/^---\n[\s\S]*?\n---\n/, '');
    const html = micromark(body, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
    this.root = parseFragment(html);
  }

  elements(...names: string[]): Element[] {
    return elementsIn(this.root, names);
  }

  get headings(): string[] {
    const found = this.elements('h1', 'h2', 'h3', 'h4', 'h5', 'h6').filter(
      ({ attrs }) => !attrs.some(({ value }) => value === 'footnote-label'),
    );
    return found.map((each) => letters(textOf(each)));
  }

  /** What a reader sees raised, and the name of the footnote that it leads to. */
  get marks(): { readonly shown: string; readonly name: string }[] {
    const back = this.elements('section').flatMap((section) => elementsIn(section, ['sup']));
    const raised = this.elements('sup').filter((sup) => !back.includes(sup));
    return raised.map((sup) => {
      const [link] = elementsIn(sup, ['a']);
      const href = link?.attrs.find(({ name }) => name === 'href')?.value ?? '';
      return { shown: textOf(sup), name: href.replace('#user-content-fn-', '') };
    });
  }

  /** The footnotes in the order and with the numbers in which they are shown. */
  get notes(): string[] {
    const [section] = this.elements('section');
    const [list] = section === undefined ? [] : elementsIn(section, ['ol']);
    const items = (list?.childNodes ?? []).filter((node) => node.nodeName === 'li');
    return items.map((item) => letters(textOf(item, 'sup')));
  }

  get tables(): string[][] {
    return this.elements('table').map((table) =>
      elementsIn(table, ['th', 'td']).map((cell) => letters(textOf(cell, 'sup'))),
    );
  }

  get text(): string {
    return letters(textOf(this.root, 'sup'));
  }
}

function elementsIn(node: HtmlNode, names: readonly string[]): Element[] {
  const own = names.includes(node.nodeName) ? [node as Element] : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap((child) => elementsIn(child, names))];
}

function textOf(node: HtmlNode, without = ''): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (node.nodeName === without || !('childNodes' in node)) return '';
  return node.childNodes.map((child) => textOf(child, without)).join('');
}

/** Places in sources are printed with the mark on the page, and in brackets after it in the memo. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What the page says, before it is set. */
function pageOf(made: Edition, chosen: TemplatePack): PrintDocument {
  const print = composePrint(made, chosen, { created: '' });
  if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
  return print.value;
}

function memoOf(made: Edition, chosen: TemplatePack): Shown {
  const memo = composeMemo(made, chosen);
  if (!memo.ok) throw new Error(JSON.stringify(memo.diagnostics));
  return new Shown(memo.value);
}

/** A citation with its places in sources as text. */
function withPlaces(blocks: readonly Block[]): string {
  let text = '';
  walkTree(blocks, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') text += node.value;
    if (node.type === 'citation') text += node.items.map(({ locator }) => locator ?? '').join('');
  });
  return letters(text);
}

function headingsOf({ root: page, words }: PrintDocument): string[] {
  const found: string[] = [];
  let notes = 0;
  walkTree(page.children, (node) => {
    if (node.type === 'heading') found.push(letters(plainText([node])));
    if (node.type === 'footnoteDefinition') notes += 1;
  });
  return notes > 0 ? [...found, letters(words.footnotes)] : found;
}

function tablesOf({ root: page }: PrintDocument): string[][] {
  const found: string[][] = [];
  walkTree(page.children, (node) => {
    if (node.type !== 'table') return;
    const paragraph = (cell: (typeof node.children)[0]['children'][0]): Block => ({ ...cell, type: 'paragraph' });
    found.push(node.children.flatMap((row) => row.children.map((cell) => withPlaces([paragraph(cell)]))));
  });
  return found;
}

function sourcesOf({ root: page }: PrintDocument): string[] {
  const found: string[] = [];
  walkTree(page.children, (node) => {
    if (node.type !== 'directive' || node.name !== 'sources') return;
    for (const list of node.children)
      if (list.type === 'list') found.push(...list.children.map((item) => letters(plainText([item]))));
  });
  return found;
}

/** The numbers of the marks in reading order; a drawing holds none, and what it says stands in a table of the memo. */
function marksOf({ root: page }: PrintDocument): string[] {
  const found: string[] = [];
  walkTree(page.children, (node) => {
    if (node.type === 'citation') found.push(...node.items.map(({ number }) => String(number)));
  });
  return found;
}

/** Every text of the brief that the page prints. */
function briefTexts({ root: page }: PrintDocument): string[] {
  const found: string[] = [];
  walkTree(page.children, (node) => {
    if (node.type === 'text' && node.origin !== undefined) found.push(letters(node.value));
  });
  return found.filter((text) => text !== '');
}

function expectAlike(made: Edition, chosen: TemplatePack): void {
  const page = pageOf(made, chosen);
  const memo = memoOf(made, chosen);
  const { marks, notes } = memo;
  expect(memo.headings).toEqual(headingsOf(page));
  expect(marks.filter(({ shown, name }) => shown !== name)).toEqual([]);
  if (made.citationStyle === 'notes') {
    expect(notes).toEqual(sourcesOf(page));
    expect(new Set(marks.map(({ name }) => name))).toEqual(new Set(notes.map((_, i) => String(i + 1))));
  } else expect(notes).toEqual([]);
  // What a drawing shows on the page is a column more in the memo.
  const { tables } = memo;
  // A table whose columns speak for themselves has a head on GitHub alone, where no table is without one.
  for (const table of tablesOf(page).map((cells) => cells.filter((cell) => cell !== ''))) {
    const same = tables.filter((cells) => table.every((cell) => cells.includes(cell)));
    expect(same, table.join(' | ')).not.toEqual([]);
  }
  const { text } = memo;
  expect(briefTexts(page).filter((each) => !text.includes(each))).toEqual([]);
}

const SAMPLES = fileURLToPath(new URL('../../briefs/', import.meta.url));

function sample(name: string): LoadedBrief {
  const file = join(SAMPLES, name);
  const read = readBrief(readFileSync(file), {
    file,
    format: name.endsWith('.json') ? 'json' : 'yaml',
    readFile: (path) => ({ ok: true, bytes: readFileSync(join(dirname(file), path)) }),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

const TEMPLATES: Readonly<Record<string, string>> = {
  'read-ahead': 'read-ahead',
  submission: 'submission',
  'two-pager': 'two-pager',
  assessment: 'assessment',
};

describe('a memo on GitHub', () => {
  const samples = readdirSync(SAMPLES).filter((name) => /\.(?:yaml|json)$/.test(name));

  it.each(samples)('says what the page says, with its numbers: %s', (name) => {
    const loaded = sample(name);
    const chosen = pack(TEMPLATES[loaded.brief.type ?? ''] ?? 'policy-memo');
    for (const language of loaded.brief.languages ?? ['en']) {
      const made = resolveEdition(loaded, { language });
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      expectAlike(made.value, chosen);
    }
  });

  it.each(PACKS)('has the numbers of the page in every language and citation style: %s', (name) => {
    const chosen = pack(name);
    for (const language of name === 'policy-memo' ? LANGUAGES : (['en', 'mn'] as const)) {
      expectAlike(edition({}, language), chosen);
    }
    for (const citationStyle of ['numeric', 'author-date'] as const) expectAlike(edition({ citationStyle }), chosen);
  });

  it('cites the sources in the order of the page', () => {
    const onPage = [...new Set(marksOf(pageOf(edition(), pack('submission'))))];
    const shown = new Set(memoOf(edition(), pack('submission')).marks.map(({ shown: number }) => number));
    expect([...shown].filter((number) => onPage.includes(number))).toEqual(onPage);
    expect(onPage.length).toBeGreaterThan(1);
  });

  it('numbers the sources by its own template, whatever their order in the brief', () => {
    const template = '{{analysis}}\n\n{{#each keyFacts}}\n1. {{text}}{{cite sources}}\n{{/each}}\n\n{{> sources}}';
    const change: Partial<Brief> = {
      keyFacts: [{ text: 'A fact.', sources: ['press'] }],
      analysis: 'Words.[@treaty] Others.[^n]\n\n[^n]: A note.[@press]',
    };
    const [page, memo] = [
      pageOf(edition(change), compiledPack(template, {}, template)),
      memoOf(edition(change), compiledPack(template, {}, template)),
    ];
    expect(memo.marks.map(({ shown }) => shown).slice(0, 2)).toEqual(['1', '2']);
    expect(marksOf(page).slice(0, 2)).toEqual(['1', '2']);
    expect(memo.notes).toEqual(sourcesOf(page));
  });

  it('shows any text as the text it is', () => {
    const parts = [
      'a',
      'Bc',
      ' ',
      '[',
      ']',
      '(',
      ')',
      '[sic]',
      '[…]',
      '[ ]',
      '[x]',
      '[!NOTE]',
      '&',
      'Q&A',
      '&amp;',
      '&D;',
      '$',
      '$5',
      '~',
      '*',
      '_',
      '#',
      '\\',
      '!',
      ':',
      '1.',
      '`',
      '<b>',
      '|',
      '@',
      '^',
      '-',
      '+',
    ];
    const text = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 9 }).map((each) => each.join(''));
    const inline = fc.oneof(
      text.map((value) => [{ type: 'text', value } as const]),
      text.map((value) => [{ type: 'strong', children: [{ type: 'text', value }] } as const]),
      text.map((value) => [{ type: 'emphasis', children: [{ type: 'text', value }] } as const]),
      text.map((value) => [
        { type: 'link', url: 'https://a.b/?c=d&e=f', title: null, children: [{ type: 'text', value }] } as const,
      ]),
    );
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 4 }), (lines) => {
        const children = lines.flat();
        const markdown = toMarkdown({ type: 'root', children: [{ type: 'paragraph', children }] });
        const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
        const flat = (value: string) => value.replace(/\s+/g, '');
        expect(flat(textOf(parseFragment(html))), markdown).toBe(flat(plainText(children)));
      }),
      { numRuns: 150 },
    );
  });
});
