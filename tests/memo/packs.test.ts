import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import type { Block } from '../../src/document/tree.js';
import { collectImages, plainText, walkTree } from '../../src/document/walk.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { readLabels } from '../../src/memo/words/labels.js';
import { loaded, specimen } from '../edition/specimen.js';
import { compiledPack, edition, editionOfParts, LANGUAGES, PACKS, pack, templateFiles } from './packs.js';

const created = { created: '2026-11-23T00:00:00Z' };

const SMALLEST: Brief = {
  briefpress: 1,
  title: 'A title',
  asOf: '2026-11-23',
  summary: 'A summary.',
  keyFacts: [{ text: 'A fact.', sources: ['s'] }],
  sources: [{ id: 's', type: 'book', title: 'A book' }],
};

/** Headings with nothing under them before the next of their level, or the end. */
function emptyHeadings(blocks: readonly Block[]): string[] {
  const flat: Block[] = [];
  const flatten = (list: readonly Block[]) => {
    for (const block of list) {
      if (block.type === 'directive' && block.children.length > 0) flatten(block.children);
      else if (block.type !== 'footnoteDefinition' && block.type !== 'directive') flat.push(block);
    }
  };
  flatten(blocks);
  return flat.flatMap((block, i) => {
    const next = flat[i + 1];
    const isEmpty =
      next === undefined || (next.type === 'heading' && block.type === 'heading' && next.depth <= block.depth);
    return block.type === 'heading' && isEmpty ? [plainText([block])] : [];
  });
}

describe.each(PACKS)('%s', (name) => {
  const chosen = pack(name);

  it.each(LANGUAGES)('composes the whole specimen in %s', (language) => {
    const print = composePrint(edition({}, language), chosen, created);
    const memo = composeMemo(edition({}, language), chosen);
    expect(print.diagnostics).toEqual([]);
    expect(memo.diagnostics).toEqual([]);
    if (!print.ok || !memo.ok) throw new Error('unreachable');
    const words = plainText(print.value.root.children);
    for (const text of [words, memo.value, JSON.stringify(print.value)]) {
      expect(text).not.toMatch(
        /undefined|\[object|NaN|[\u{E000}\u{E001}]|\{\w+\}(?! \w+ \{)(?<!\{page\}|\{pages\}|\{copy\}|\{copies\})/u,
      );
    }
    expect(emptyHeadings(print.value.root.children)).toEqual([]);
    expect(print.value.furniture).toMatchObject({
      tlp: 'TLP:AMBER+STRICT',
      marking: 'OFFICIAL-SENSITIVE – RECIPIENTS ONLY – PERSONAL',
      runningTitle: 'A title with emphasis',
      reference: 'REF/2026/1',
    });
  });

  it('prints every text of the brief', () => {
    const print = composePrint(edition(), chosen, created);
    const memo = composeMemo(edition(), chosen);
    if (!print.ok || !memo.ok) throw new Error('unreachable');
    const { sources, ...brief } = specimen();
    const printed = `${plainText(print.value.root.children)}\n${JSON.stringify(print.value.furniture)}`;
    const missing = textsOf(brief).filter((text) => !printed.includes(text));
    expect(missing).toEqual([]);
    const flat = memo.value.replace(/\\/g, '');
    expect(textsOf(brief).filter((text) => !flat.includes(text))).toEqual([]);
    for (const { title } of sources) expect(printed).toContain(title);
  });

  it('numbers the sources as the citations do', () => {
    const print = composePrint(edition(), chosen, created);
    if (!print.ok) throw new Error('unreachable');
    const lists: string[] = [];
    walkTree(print.value.root.children, (node) => {
      if (node.type === 'directive' && node.name === 'sources') lists.push(plainText(node.children));
    });
    expect(lists).toHaveLength(1);
    expect(lists[0]?.split('\n').map((line) => /Statute|report|Nobody/.exec(line)?.[0])).toEqual([
      'Statute',
      'report',
      'Nobody',
    ]);
  });

  it('gives the same memo twice, and one line end at its end', () => {
    const [one, two] = [composeMemo(edition(), chosen), composeMemo(edition(), pack(name))];
    expect(one).toEqual(two);
    expect(one.ok && one.value.endsWith('\n') && !one.value.endsWith('\n\n')).toBe(true);
  });

  it('composes the smallest brief it can, or says what is missing', () => {
    const resolved = resolveEdition(loaded(SMALLEST));
    if (!resolved.ok) throw new Error('unreachable');
    const print = composePrint(resolved.value, chosen, created);
    if (chosen.requires.length > 0) {
      expect(print.diagnostics.map(({ code, field }) => [code, field])).toEqual(
        chosen.requires.map((field) => ['template-missing-requirement', field]),
      );
    } else {
      expect(print.ok && emptyHeadings(print.value.root.children)).toEqual([]);
      expect(print.ok && print.value.furniture.tlp).toBe(null);
    }
  });

  it('has no picture of its own and a title', () => {
    const print = composePrint(edition(), chosen, created);
    expect(print.ok && collectImages(print.value.root)).toEqual([]);
    expect(chosen.title).not.toBe('');
    expect(chosen.types.length).toBeGreaterThan(0);
  });
});

function textsOf(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => textsOf(each, name));
  const words = typeof value === 'string' && /[a-z]\.?$|\?$/.test(value) && /[A-Z]/.test(value) ? value : null;
  return words === null ||
    /[*[\n]/.test(words) ||
    // The column of the years has no name in a drawing: its table has it.
    key === 'columns' ||
    key === 'lang' ||
    key === 'tier' ||
    key === 'tlp' ||
    key === 'handling' ||
    key === 'descriptors'
    ? []
    : [words];
}

describe('the packs differ', () => {
  it('in what comes first', () => {
    const first = (name: string) => {
      const print = composePrint(edition(), pack(name), created);
      if (!print.ok) throw new Error('unreachable');
      const headings: string[] = [];
      walkTree(print.value.root.children, (node) => {
        if (node.type === 'heading' && node.depth === 2) headings.push(plainText([node]));
      });
      return headings.slice(0, 2).join(', ');
    };
    expect(PACKS.map(first)).toEqual(
      [
        'What we ask of you, Key facts',
        'Objectives, Who attends',
        'Timing, Recommendation',
        'Key facts, Timeline',
        'Key judgements, What the assessment rests on',
      ].map((each) => expect.stringContaining(each.split(',')[0] ?? '')),
    );
  });
});

describe('labels', () => {
  const files = [...templateFiles('shared')].filter(([path]) => path.startsWith('labels/'));
  const english = readLabels('en', templateFiles('shared').get('labels/en.yaml') ?? '');
  const keys = (outcome: typeof english) =>
    outcome.ok
      ? [
          ...Object.keys(outcome.value.words.labels),
          ...Object.entries(outcome.value.words.terms).flatMap(([group, words]) =>
            Object.keys(words).map((word) => `${group}.${word}`),
          ),
        ].sort()
      : [];

  it.each(files)('%s has every key of the English ones and asks for the same values', (path, source) => {
    const labels = readLabels(path, source);
    expect(labels.diagnostics).toEqual([]);
    expect(keys(labels)).toEqual(keys(english));
    if (!labels.ok || !english.ok) throw new Error('unreachable');
    for (const [key, words] of Object.entries(labels.value.words.labels)) {
      const asked = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort();
      expect([key, asked(words)]).toEqual([key, asked(english.value.words.labels[key])]);
      expect(words.trim()).not.toBe('');
    }
  });

  it('has no key that no template prints', () => {
    const templates = [...PACKS, 'shared']
      .flatMap((name) => [...templateFiles(name)].filter(([path]) => path.endsWith('.hbs')).map(([, text]) => text))
      .join('\n');
    const ours = [
      'asOf',
      'page',
      'footnotes',
      'boxEmpty',
      'sourceNamed',
      'citedOnPage',
      'numberedCopy',
      'boxChecked',
      'notGiven',
      'judgementNumber',
      'code',
      'skip',
      'back',
      'asTable',
      'accessed',
      'noDate',
      'alsoConsulted',
      'sourcesAtEnd',
      'circa',
      'etAl',
      'editedBy',
      'in',
      'pageShort',
      'pagesShort',
      'influenceAndInterest',
      'yardstickCaption',
      'eventSources',
      'figureSource',
      'figureExtremes',
      'localTime',
      // For templates of your own: docs/templates.md.
      'contents',
    ];
    const unused = english.ok
      ? Object.keys(english.value.words.labels).filter((key) => !ours.includes(key) && !templates.includes(`"${key}"`))
      : ['?'];
    expect(unused).toEqual([]);
  });

  it('falls back to English for a language without labels, with one warning for the whole build', () => {
    const czech = edition({}, 'cs');
    const [print, memo] = [composePrint(czech, pack('policy-memo'), created), composeMemo(czech, pack('policy-memo'))];
    expect(print.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['template-label-missing', 'warning'],
    ]);
    expect(memo.diagnostics).toEqual(print.diagnostics);
    expect(print.ok && print.value.furniture.page).toBe('Page {page} of {pages}');
  });

  it('names what a label file lacks, in that file', () => {
    const own = compiledPack('{{label "sources"}} {{label "keyFacts"}}', {
      'labels/cs.yaml': '# Czech\nlabels: { keyFacts: Fakta }\n',
    });
    const print = composePrint(editionOfParts({}, 'cs'), own, created);
    expect(print.diagnostics).toMatchObject([
      { code: 'template-label-missing', place: { file: 'mine/labels/cs.yaml', line: 2 } },
    ]);
    expect(print.diagnostics[0]?.message).toMatch(/^The words in `cs` lack `to`, `from`, .* and \d+ more; English/);
  });

  it("takes the language's own words for a region of it, and the user's words before all others", () => {
    const finnish = composePrint(edition({}, 'sv-FI'), pack('policy-memo'), created);
    expect(finnish.diagnostics).toEqual([]);
    expect(finnish.ok && finnish.value.furniture.page).toBe('Sida {page} av {pages}');
    const own = compiledPack('## {{label "keyFacts"}}\n\n{{label "sources"}}', {
      'labels/en.yaml': 'labels: {keyFacts: What we know}',
    });
    const print = composePrint(editionOfParts(), own, created);
    expect(print.ok && plainText(print.value.root.children)).toBe('What we know\nSources');
  });
});

describe('the furniture', () => {
  it.each([
    ['draft', 'DRAFT'],
    ['withdrawn', 'WITHDRAWN'],
    ['cleared', null],
    ['issued', null],
  ] as const)('%s: watermark %s', (status, watermark) => {
    const print = composePrint(edition({ status }), pack('policy-memo'), created);
    expect(print.ok && print.value.furniture.watermark).toBe(watermark);
  });

  it('has the TLP label as FIRST writes it in every language', () => {
    for (const language of LANGUAGES) {
      const print = composePrint(edition({}, language), pack('policy-memo'), created);
      expect(print.ok && print.value.furniture.tlp).toBe('TLP:AMBER+STRICT');
    }
  });

  it('says when the brief knows what it knows, and who wrote it', () => {
    const print = composePrint(edition(), pack('policy-memo'), created);
    expect(print.ok && print.value.furniture.asOf).toBe('As of 23 November 2026');
    expect(print.ok && print.value.info).toMatchObject({
      title: 'A title with emphasis',
      author: 'Desk, Ministry',
      created: created.created,
    });
  });
});

describe('the memo', () => {
  const memo = composeMemo(edition(), pack('policy-memo'));
  const text = memo.ok ? memo.value : '';

  it('begins with front matter, then the marking, then the title', () => {
    const order = [
      '---\ntitle:',
      '**OFFICIAL-SENSITIVE',
      '**TLP:AMBER+STRICT**',
      '# A title with',
      '> [!IMPORTANT]',
      '## Key facts',
    ];
    const places = order.map((each) => text.indexOf(each));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('has one footnote for each source, with the number of the list, and no footnote without a mark', () => {
    const marks = [...new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]))];
    const notes = [...text.matchAll(/^\[\^(\d+)\]: /gm)].map((match) => match[1]);
    expect(notes).toEqual(notes.map((_, i) => String(i + 1)));
    expect([...marks].sort()).toEqual([...notes].sort());
    expect(notes).toHaveLength(edition().sources.length);
    expect(text.match(/_The Statute_, 2187, pp.\u00A03–90, 17 July 1998/g)).toHaveLength(1);
    expect(text).toMatch(/\[\^\d+\] \(art\. 87\(7\)\)/);
  });

  it('has no directive left, and the options as a task list', () => {
    expect(text).not.toMatch(/^ *:{2,}/m);
    const submission = composeMemo(edition(), pack('submission'));
    expect(submission.ok && submission.value).toContain('- [ ] Wait\n- [ ] Act\n- [ ] I want to discuss this\n');
  });

  it('never has likelihood and confidence in one sentence', () => {
    for (const name of PACKS) {
      const made = composeMemo(edition(), pack(name));
      const sentences = made.ok ? made.value.split(/[.!?|](?:\s|$)/) : [];
      expect(sentences.filter((each) => /\d–\d+\u00A0%/.test(each) && /confidence/i.test(each))).toEqual([]);
    }
  });
});
