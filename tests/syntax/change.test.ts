import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer, stringify } from 'yaml';
import { changeText } from '../../src/syntax/change.js';
import type { Change } from '../../src/syntax/change-shape.js';
import { applied } from '../../src/syntax/change-values.js';
import { parseText } from '../../src/syntax/parse.js';

const STARTER = `# yaml-language-server: $schema=./brief.schema.json
briefpress: 1
type: information-memo # Tells what has happened.
title: "Visit"

# The bottom line.
summary: >-
  Say in two or three sentences what has happened, why it matters to us, and what follows. It may be
  long enough for a second line.

# What we know.
keyFacts:
  - id: first-fact
    text: State one fact, with who, what and when.
    sources: [first-source]
  # - text: Another fact, and the place in its source.
  #   status: disputed

# Where it comes from.
sources:
  - id: first-source # the only one
    type: article-newspaper
    issued: 2024-09-03
    # URL: https://example.org/article
`;

const changed = (text: string, ...changes: Change[]) => changeText(text, 'yaml', changes);

describe('changing a text', () => {
  it('gives a text other words and leaves its quotes', () => {
    const made = changed(STARTER, { op: 'set', path: ['title'], value: 'Visit: a "second" try' });
    expect(made).toBe(STARTER.replace('"Visit"', '"Visit: a \\"second\\" try"'));
  });

  it('leaves the comment behind a word', () => {
    const made = changed(STARTER, { op: 'set', path: ['type'], value: 'read-ahead' });
    expect(made).toBe(STARTER.replace('type: information-memo', 'type: read-ahead'));
  });

  it('keeps the lines of a block that say what they said', () => {
    const made = changed(STARTER, {
      op: 'set',
      path: ['summary'],
      value:
        'Say in two or three sentences what has happened, why it matters to us, and what follows. It may be long enough for a third line.',
    });
    expect(made).toBe(STARTER.replace('second line.', 'third line.'));
  });

  it('adds an item behind the comments of the one before', () => {
    const value = { text: 'A second fact.', sources: ['first-source'] };
    const made = changed(STARTER, { op: 'insert', path: ['keyFacts', 9], value });
    const before = '  #   status: disputed\n';
    expect(made).toBe(STARTER.replace(before, `${before}  - text: A second fact.\n    sources: [first-source]\n`));
  });

  it('adds an item before the first', () => {
    const made = changed(STARTER, { op: 'insert', path: ['keyFacts', 0], value: { text: 'Before it.' } });
    expect(made).toBe(STARTER.replace('keyFacts:\n', 'keyFacts:\n  - text: Before it.\n'));
  });

  it('adds a field to an item, and a list to the brief in its place', () => {
    const made = changeText(
      STARTER,
      'yaml',
      [
        { op: 'set', path: ['keyFacts', 0, 'status'], value: 'disputed' },
        { op: 'insert', path: ['stakeholders', 0], value: { name: 'Ministry', position: 'It waits.' } },
      ],
      { orderAt: (path) => (path.length === 0 ? ['title', 'summary', 'keyFacts', 'stakeholders', 'sources'] : []) },
    );
    expect(made).toContain('    sources: [first-source]\n    status: disputed\n  # - text');
    expect(made).toContain('disputed\n\nstakeholders:\n  - name: Ministry\n    position: It waits.\n\n# Where it');
  });

  it('removes the first field of an item, whose dash stays', () => {
    const made = changed(STARTER, { op: 'remove', path: ['keyFacts', 0, 'id'] });
    expect(made).toBe(STARTER.replace('- id: first-fact\n    text', '- text'));
  });

  it('leaves an empty list where the last item is removed, and its neighbours’ comments', () => {
    const made = changed(STARTER, { op: 'remove', path: ['keyFacts', 0] });
    expect(made).toContain('keyFacts: []');
    expect(made).toContain('  #   status: disputed');
  });

  it('moves an item with the comment above it', () => {
    const text = 'list:\n  - a # one\n  # about b\n  - b\n  - c\n';
    expect(changed(text, { op: 'move', path: ['list', 1], to: 2 })).toBe(
      'list:\n  - a # one\n  - c\n  # about b\n  - b\n',
    );
    expect(changed(text, { op: 'move', path: ['list', 2], to: 0 })).toBe(
      'list:\n  - c\n  - a # one\n  # about b\n  - b\n',
    );
  });

  it('makes a map of languages of a text, and a text of a map', () => {
    const made = changed(STARTER, { op: 'set', path: ['title'], value: { en: 'Visit', sv: 'Besök' } });
    expect(made).toBe(STARTER.replace('title: "Visit"', 'title:\n  en: Visit\n  sv: Besök'));
    expect(changed(made ?? '', { op: 'set', path: ['title'], value: 'Visit' })).toContain('\ntitle: Visit\n');
  });

  it('keeps the line ends of the file', () => {
    const text = 'a: 1\r\nlist:\r\n  - x\r\n';
    expect(changed(text, { op: 'insert', path: ['list', 1], value: { y: 2 } })).toBe(
      'a: 1\r\nlist:\r\n  - x\r\n  - y: 2\r\n',
    );
  });

  it('changes JSON in its own layout', () => {
    const text = '{\n  "a": [\n    "x"\n  ],\n  "b": { "c": 1 }\n}\n';
    const made = changeText(text, 'json', [
      { op: 'insert', path: ['a', 1], value: 'y' },
      { op: 'set', path: ['b', 'd'], value: 'e' },
      { op: 'remove', path: ['b', 'c'] },
    ]);
    expect(made).toBe('{\n  "a": [\n    "x",\n    "y"\n  ],\n  "b": { "d": "e" }\n}\n');
  });

  it('says that there is no such place', () => {
    expect(changed(STARTER, { op: 'remove', path: ['keyFacts', 7] })).toBeNull();
    expect(changed(STARTER, { op: 'set', path: ['title', 'en'], value: 'x' })).toBeNull();
    expect(changed('a: [', { op: 'set', path: ['a'], value: 1 })).toBeNull();
  });

  it.each(['mongolia-icc.yaml', 'submission-exercise.yaml', 'two-pager-exercise.json'])(
    'changes every text of %s and back, byte for byte',
    (name) => {
      const text = readFileSync(`briefs/${name}`, 'utf8');
      const format = name.endsWith('.json') ? 'json' : 'yaml';
      const paths = pathsOf(dataOf(text, format))
        .filter(({ value }) => typeof value === 'string')
        .slice(0, 25);
      const broken = paths.filter(({ path, value }) => {
        const there = changeText(text, format, [{ op: 'set', path, value: `${String(value)} more` }]);
        return there === null || changeText(there, format, [{ op: 'set', path, value }]) !== text;
      });
      expect(broken).toEqual([]);
    },
  );
});

interface At {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

function pathsOf(value: unknown, path: readonly (string | number)[] = []): At[] {
  const inner = Array.isArray(value)
    ? value.flatMap((each, index) => pathsOf(each, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => pathsOf(each, [...path, name]))
      : [];
  return [{ path, value }, ...inner];
}

function dataOf(text: string, format: 'yaml' | 'json' = 'yaml'): unknown {
  const parsed = parseText(text, '', format);
  return parsed.ok ? parsed.value.value : undefined;
}

const NAME = fc.constantFrom('a', 'b', 'text', 'sources', 'en', 'x y', '1', 'true');
const WORDS = fc.oneof(
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[^\x20-\x7e\n\u00e5]/g, '')),
  fc.constantFrom(
    '',
    'yes',
    '12',
    'a: b',
    '# x',
    '- y',
    'two\nlines',
    'para\n\npara',
    `${'word '.repeat(30)}end`,
    ' lead',
    'it’s "so"',
    '{',
    '[a',
    '@x',
    '2024-09-03',
    '!t',
    '&a',
    '*b',
    '|',
    '>-',
    'a #b',
    'a\n',
  ),
);
const SCALAR = fc.oneof(WORDS, fc.integer({ min: -99, max: 99 }), fc.boolean(), fc.constant(null));
const { tree: VALUE } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    SCALAR,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(NAME, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** A text of the values, with a comment wherever one may stand. */
function commented(value: object, isFlow: boolean): string {
  const written = stringify(value, { lineWidth: 40, ...(isFlow && { collectionStyle: 'flow' }) });
  const lines = written.split('\n');
  const with_ = lines.map((line, index) =>
    index % 3 === 1 && /^\s*(?:- )*[\w"' ]+: ?(?:\d+|true|\w+)?$/.test(line) ? `${line} # note ${index}` : line,
  );
  return `# top\n${with_.join('\n')}# end\n`;
}

function commentsOf(text: string): string[] {
  let before = '';
  const found: string[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && before !== '\u001f') found.push(lexeme.trimEnd());
    before = lexeme;
  }
  return found;
}

describe('any change of any text', () => {
  it('says what was meant, and keeps every comment', { timeout: 60_000 }, () => {
    let made = 0;
    fc.assert(
      fc.property(
        fc.record({
          data: fc.dictionary(NAME, VALUE, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
          isFlow: fc.boolean(),
          op: fc.constantFrom('set', 'insert', 'remove', 'move'),
          pick: fc.nat(),
          value: VALUE,
          to: fc.nat({ max: 4 }),
        }),
        ({ data, isFlow, op, pick, value, to }) => {
          const text = commented(data, isFlow);
          const before = dataOf(text);
          fc.pre(before !== undefined && JSON.stringify(before) === JSON.stringify(data));
          const places = pathsOf(before).slice(1);
          const place = places[pick % places.length];
          fc.pre(place !== undefined);
          const change = { op, path: place?.path ?? [], value, to } as Change;
          const wanted = applied(before, change);
          fc.pre(wanted !== null);
          const after = changeText(text, 'yaml', [change]);
          expect(after).not.toBeNull();
          made++;
          expect(dataOf(after ?? '')).toEqual(wanted?.value);
          if (op === 'insert' || op === 'move') expect(commentsOf(after ?? '').sort()).toEqual(commentsOf(text).sort());
          expect(commentsOf(after ?? '')).toEqual(expect.arrayContaining(['# top', '# end']));
        },
      ),
      { numRuns: 800 },
    );
    expect(made).toBeGreaterThan(300);
  });
});
