import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { plainText } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { specimen } from '../edition/specimen.js';
import { edition, PACKS, pack } from './packs.js';

type Item = Readonly<Record<string, unknown>>;

/** What an item of each list cannot be without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  clearances: ['by', 'outcome'],
  keyFacts: ['text'],
  judgements: ['text'],
  stakeholders: ['name'],
  quotes: ['speaker', 'text', 'source'],
  openQuestions: ['question'],
  timeline: ['event', 'date', 'from'],
  risks: ['text'],
  speakingPoints: ['text'],
  defensives: ['question', 'line'],
  nextSteps: ['action'],
  sections: ['title', 'body'],
  glossary: ['term', 'meaning'],
  annexes: ['title', 'body'],
  distribution: ['copy', 'name'],
};

function keeping(item: Item, fields: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)));
}

/** The specimen with each of its lists made anew from the items that it has. */
function withItems(make: (items: readonly Item[], needed: readonly string[]) => readonly Item[]): Partial<Brief> {
  const full = specimen() as unknown as Readonly<Record<string, readonly Item[]>>;
  const lists = Object.entries(NEEDED).map(([name, needed]) => [name, make(full[name] ?? [], needed)]);
  return Object.fromEntries(lists) as Partial<Brief>;
}

const LEAST = {
  ...withItems((items, needed) => items.slice(0, 1).map((item) => keeping(item, needed))),
  request: { kind: 'note' },
  meeting: { at: '2026-12-01', purpose: 'To meet.', objectives: ['Met.'] },
} as const;

const BRIEFS: readonly (readonly [string, Partial<Brief>])[] = [
  ['the least item of everything', LEAST],
  ['the fullest item of everything', withItems((items) => items)],
  [
    'items with one field more than the least',
    withItems((items, needed) =>
      items.flatMap((item) => Object.keys(item).map((name) => keeping(item, [...needed, name]))),
    ),
  ],
  ['nothing in its other lists', { ...withItems(() => []), ...keeping(LEAST, ['keyFacts', 'judgements']) }],
];

describe.each(PACKS)('%s', (name) => {
  it.each(BRIEFS)('prints %s without a directive left open or a fence left over', (_, change) => {
    const made = edition(change);
    const memo = composeMemo(made, pack(name));
    const print = composePrint(made, pack(name), { created: '' });
    expect([...memo.diagnostics, ...print.diagnostics]).toEqual([]);
    expect(memo.ok && memo.value).not.toContain(':::');
    expect(print.ok && plainText(print.value.root.children)).not.toContain(':::');
  });
});
