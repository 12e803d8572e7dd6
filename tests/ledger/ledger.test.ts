import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type Item, isDue, Ledger, type LedgerKind } from '../../src/ledger/ledger.js';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';

const KIND: LedgerKind<'done' | 'failed' | 'unclear', 'done'> = {
  maker: 'a test 1',
  what: 'tests',
  code: 'print-register',
  states: ['done', 'failed', 'unclear'],
  done: 'done',
  columns: ['reader', 'copy', 'state', 'answer'],
};
const ITEM: Item = { edition: 1, cut: null, language: 'en', copy: 3, address: '' };
const BEGUN = { ...ITEM, reader: '=Anna', marking: null, sha256: 'a', begun: '2026-01-01T00:00:00Z' };

function disk(files: Readonly<Record<string, string>> = {}) {
  const memory = new MemoryFiles(files);
  const read = (kind = KIND) => Ledger.read(kind, '/desk/x', memoryWorkspace(memory));
  const open = () => {
    const ledger = read();
    if (!ledger.ok) throw new Error(JSON.stringify(ledger.diagnostics));
    return ledger.value;
  };
  return { memory, read, open };
}

describe('a ledger', () => {
  test('keeps each attempt, and is read back', () => {
    const { open } = disk();
    const ledger = open();
    expect([ledger.last(ITEM), ledger.begin(BEGUN)]).toMatchObject([null, { ok: true, value: true }]);
    expect(open().last(ITEM)).toMatchObject({ state: 'begun', attempt: 1 });
    ledger.end(ITEM, { state: 'failed', ended: null, answer: 'no' });
    expect(open().begin(BEGUN)).toMatchObject({ value: true });
    expect(open().last(ITEM)).toMatchObject({ state: 'begun', attempt: 2 });
    expect(open().last({ ...ITEM, copy: 4 })).toBeNull();
    expect(open().last({ ...ITEM, language: 'EN' })).not.toBeNull();
  });

  test('lets one of two begin', () => {
    const { open } = disk();
    const [here, there] = [open(), open()];
    expect([here.begin(BEGUN), there.begin(BEGUN)]).toMatchObject([{ value: true }, { value: false }]);
  });

  test.each([
    [null, 'a', 'new', true],
    ['begun', 'a', 'unclear', false],
    ['unclear', 'a', 'unclear', false],
    ['failed', 'a', 'again', true],
    ['done', 'a', 'done', false],
    ['done', 'b', 'earlier', false],
  ] as const)('after %s, says of %s that it is %s', (state, sha256, standing, due) => {
    const ledger = disk().open();
    if (state !== null) ledger.begin(BEGUN);
    if (state !== null && state !== 'begun') ledger.end(ITEM, { state, ended: null, answer: '' });
    expect(ledger.standing(ITEM, sha256)).toBe(standing);
    expect([isDue(standing, false), isDue(standing, true)]).toEqual([due, true]);
  });

  test('has a table for spreadsheets, in which nothing is a formula', () => {
    const { open, memory } = disk();
    const ledger = open();
    ledger.begin(BEGUN);
    ledger.end(ITEM, { state: 'done', ended: null, answer: 'a, "b"' });
    ledger.writeList();
    const csv = Buffer.from(memory.snapshot().get('/desk/x/register.csv') ?? []).toString();
    expect(parse(csv, { bom: true })).toEqual([KIND.columns, ["'=Anna", '3', 'done', 'a, "b"']]);
    expect(open().all).toHaveLength(1);
  });

  test('that another kind of program wrote is none of ours', () => {
    const { open, read } = disk();
    open().begin(BEGUN);
    expect(read({ ...KIND, maker: 'a test 2' }).diagnostics).toMatchObject([{ code: 'print-register' }]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['is a file', { '/desk/x': 'mine' }],
    ['has a table of somebody else', { '/desk/x/register.csv': 'name\r\n' }],
    ['has an entry that is cut off', { '/desk/x/0123456789abcdef.1.json': '{"maker": "a test 1",' }],
    ['has an entry of something else', { '/desk/x/0123456789abcdef.1.json': '{}' }],
  ])('that %s is said not to be one', (_, files) => {
    const { read, memory } = disk(files);
    expect(read().diagnostics).toMatchObject([{ code: 'print-register', severity: 'error' }]);
    expect(memory.snapshot().size).toBe(1);
  });
});
