import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.js';
import { briefWith, contextOf, gist, pointedAt, read } from './reading.js';

const found = (fields: string) => read(briefWith(fields)).diagnostics;

describe('text that a comment cuts off', () => {
  test.each([
    ['title: Talks with group #3 of the border', 'title', '#3 of the border'],
    ['title: { en: Group #3\n  }', 'title.en', '#3'],
    ['summary: The desk sums up\n  #3 and goes on.', 'summary', '#3 and goes on.'],
    ['reference: MFA #117', 'reference', '#117'],
    ['subtitle: #3 of the border', 'subtitle', '#3 of the border'],
    ['subtitle: #3 of\n  the border', 'subtitle', '#3 of'],
    ['from: { unit: Desk #3\n  }', 'from.unit', '#3'],
    ['risks:\n  - text: Group #3', 'risks[0].text', '#3'],
    ['annexes:\n  - title: a\n    file: law #2.md', 'annexes[0].file', '#2.md'],
    ['sources: [{ id: press-0903, type: book, title: a, page: 12 #f\n  }]', 'sources[0].page', '#f'],
    ['background: |\n    Start\n  # Heading', 'background', '# Heading'],
  ])('%s', (fields, field, words) => {
    const text = briefWith(fields);
    const all = read(text).diagnostics;
    expect(gist(all)).toEqual([`syntax-lost-text ${field}`]);
    expect(all[0]?.severity).toBe('error');
    expect(all[0] && pointedAt(text, all[0])).toBe(words);
    expect(all[0]?.message).toContain(`\`${words}\``);
  });

  test('how to quote it', () => {
    expect(found('title: Talks with group #3 of it')[0]?.hints).toEqual([
      'If it belongs to the text, put the whole in quotes: "Talks with group #3 of it".',
      'If it is a comment, put it on a line of its own, before the field.',
    ]);
    expect(found('title: Talks\n  with group #3')[0]?.hints[0]).toContain('"Talks with group #3"');
    expect(found('title: #3 of\n  the border')[0]?.hints[0]).toContain('"#3 of the border"');
    expect(found('title: A "B" #3')[0]?.hints[0]).toContain('after |');
  });

  test('an alias loses nothing of its own', () => {
    expect(gist(found('risks: [{ text: &a Group #3\n  }, { text: *a }]'))).toEqual(['syntax-lost-text risks[0].text']);
  });

  test('a comment behind a word of a list, a date, an id or a number is a comment', () => {
    const fields = `status: draft # for now
asOf: 2024-09-04 # the day
languages: [en] # one
id: visit # the name
edition: 2 # the number
marking: { tlp: GREEN } # for all
title: "Visit" # the title
layout:
  maxPages: 2 # at most`;
    expect(found(fields)).toEqual([]);
  });
});

describe('numbers that are not printed as they are written', () => {
  const source = (field: string) => `sources: [{ id: press-0903, type: book, title: a, ${field} }]`;

  test.each(['version: 1.10', 'number: 007', 'page: 0x10', 'volume: 1e3', 'issue: 0o14', 'page: +12'])(
    '%s',
    (field) => {
      const [name, written] = field.split(': ');
      const all = found(source(field));
      expect(gist(all)).toEqual([`syntax-lost-text sources[0].${name}`]);
      expect(all[0]?.hints).toEqual([`Write it in quotes: "${written}".`]);
    },
  );

  test.each(['version: "1.10"', 'version: 1.1', 'page: 12', 'number: -3', 'volume: 12-14'])('not %s', (field) => {
    expect(found(source(field))).toEqual([]);
  });

  test('parts of a date may have leading zeros', () => {
    expect(found(source('issued: { date-parts: [[2024, 09, 03]] }'))).toEqual([]);
  });

  test('nor in JSON', () => {
    const brief = {
      briefpress: 1,
      title: 'a',
      asOf: '2024-09-04',
      summary: 'a',
      keyFacts: [{ text: 'a', sources: ['b'] }],
      sources: [{ id: 'b', type: 'book', title: 'a', version: 1.5 }],
    };
    const text = JSON.stringify(brief);
    expect(readBrief(text, contextOf({}, 'x.json')).diagnostics).toEqual([]);
    expect(gist(readBrief(text.replace('1.5', '1.50'), contextOf({}, 'x.json')).diagnostics)).toEqual([
      'syntax-lost-text sources[0].version',
    ]);
  });
});

describe('paragraphs that are folded into one', () => {
  test.each([
    ['after >', 'background: >\n  One.\n\n  Two.\n', 'paragraphs'],
    ['after >-, in a language', 'background:\n  en: >-\n    One.\n\n    Two.\n', 'paragraphs'],
    ['without quotes', 'background: One.\n\n  Two.\n', 'paragraphs'],
    ['in quotes', 'background: "One.\n\n  Two."\n', 'paragraphs'],
    ['a list', 'background: Some\n  - a\n  - b\n', 'lines'],
    ['a list after >', 'background: >\n  - a\n  - b\n', 'lines'],
    ['a numbered list', 'background: >\n  One:\n  1. a\n  2. b\n', 'lines'],
  ])('%s', (_, fields, what) => {
    const all = found(fields);
    expect(all.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning syntax-folded-text']);
    expect(all[0]?.message).toContain(what);
  });

  test.each([
    ['after |', 'background: |\n  One.\n\n  - a\n  - b\n'],
    ['of one paragraph', 'background: >\n  One, and\n  two - three.\n'],
    ['with two empty lines', 'background: >\n  One.\n\n\n  Two.\n'],
    ['of lines further in', 'background: >\n  One.\n\n\n    - a\n    - b\n'],
    ['on one line', 'background: "One.\\n\\nTwo."'],
    ['of a short text', 'summary: >\n  One.\n\n  Two.\n'],
  ])('none %s', (_, fields) => {
    expect(found(fields)).toEqual([]);
  });
});

describe('nothing in place of something', () => {
  test('every message is a whole sentence', () => {
    const fields = `languages: [~]
keyFacts: [{ text: T, sources: [~] }]
stakeholders: [~]
to:
  -
  - role: ~
sources: [{ id: press-0903, type: report, title: R, issued: { date-parts: [[~]] }, author: [~] }]`;
    const all = found(fields);
    expect(all).toHaveLength(7);
    for (const { message, hints } of all) {
      expect(message).toMatch(/ is empty; expected .*\.$/);
      expect(hints.join(' ')).not.toMatch(/undefined|null/);
      expect(hints[0]).toMatch(/^Fill it in, or leave the (?:item|field) out\.$/);
    }
  });

  test('somebody may be called Null', () => {
    const [fault] = found('sources: [{ id: press-0903, type: book, title: a, author: [{ family: Null }] }]');
    expect(fault?.hints[0]).toContain('"Null"');
  });

  test('a text that begins like a block', () => {
    expect(found('subtitle: >3')[0]?.hints).toEqual(['If it is text, write it in quotes: ">3".']);
  });
});

describe('paths as Windows writes them', () => {
  test.each([
    ['annexes: [{ title: a, file: annexes\\law.md }]', 'annexes[0].file', '`annexes/law.md`'],
    ['sources: refs\\library.json', 'sources', '`refs/library.json`'],
    ['supersedes: { edition: 1, file: archive\\old.yaml }', 'supersedes.file', '`archive/old.yaml`'],
  ])('%s', (fields, field, path) => {
    const all = found(fields);
    expect(gist(all)).toEqual([`shape-format ${field}`]);
    expect(all[0]?.hints).toEqual([`Did you mean ${path}?`]);
  });

  test('in double quotes they are no path at all', () => {
    expect(gist(found('annexes: [{ title: a, file: "annexes\\new.md" }]'))).toEqual(['shape-format annexes[0].file']);
  });
});
