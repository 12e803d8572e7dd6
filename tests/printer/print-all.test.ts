import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.js';
import { printAll, type Sheet } from '../../src/printer/print-all.js';
import { PRINTED_COPIES, type PrintRegister } from '../../src/printer/printed-copies.js';
import { readPrinter } from '../../src/printer/printer-address.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';
import { ABLE, bytesOf, closePrinters, goodPrinter, halfPrinter, type Reply, scriptedPrinter } from './printers.js';

const LIMITS = { answer: 400, busy: 200, job: 200, pause: 5 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-print-'));
});
afterEach(async () => {
  await closePrinters();
  rmSync(folder, { recursive: true, force: true });
});

const PDF = Buffer.from('%PDF-1.7 as it is\n%%EOF');

function sheets(uri: string, numbers: readonly number[] = [1], sha256 = 'a'.repeat(64)): readonly Sheet[] {
  const printer = readPrinter(uri);
  if (!printer.ok) throw new Error('The address is wrong.');
  return numbers.map((copy) => ({
    printer: printer.value,
    name: `visit.copy-${copy}`,
    user: 'anna',
    bytes: PDF,
    ticket: [['sides', 'keyword', 'two-sided-long-edge']],
    copy: {
      item: { edition: 1, cut: null, language: 'en', copy, address: '' },
      reader: `Reader ${copy}`,
      marking: 'GREEN',
      sha256,
    },
    field: `distribution[${copy - 1}]`,
  }));
}

function registerOf(): PrintRegister {
  const read = Ledger.read(PRINTED_COPIES, join(folder, 'visit.printed'), diskWorkspace(folder));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

async function print(
  all: readonly Sheet[],
  more: { readonly register?: PrintRegister; readonly again?: boolean } = {},
) {
  const told: string[] = [];
  const result = await printAll(all, {
    register: more.register ?? registerOf(),
    limits: LIMITS,
    again: more.again ?? false,
    now: () => new Date('2026-11-20T12:00:00Z'),
    tell: (sentence) => told.push(sentence),
  });
  return {
    told,
    messages: result.diagnostics.map(({ code, message }) => `${code}: ${message}`),
    states: result.printed.map(({ state }) => state),
  };
}

const jobIs = (state: number, more: object = {}): Reply => ({ job: { 'job-state': state, ...more } });

describe('copies', () => {
  test('are printed byte for byte, and stand in the register', async () => {
    const printer = await scriptedPrinter();
    expect(await print(sheets(printer.uri, [1, 2]))).toEqual({
      told: [],
      messages: [],
      states: ['printed', 'printed'],
    });
    expect(printer.printed.map((each) => each.equals(PDF))).toEqual([true, true]);
    const asked = printer.asked[0]?.bytes.toString('latin1') ?? '';
    for (const words of ['visit.copy-1', 'anna', 'application/pdf', 'two-sided-long-edge'])
      expect(asked).toContain(words);
    const list = parse(readFileSync(join(folder, 'visit.printed/register.csv')), { bom: true, columns: true });
    expect(list).toMatchObject([
      { reader: 'Reader 1', copy: '1', marking: 'GREEN', printer: printer.uri, state: 'printed' },
      { reader: 'Reader 2', copy: '2', answer: 'printed it as job 7' },
    ]);
  });

  test('are not printed twice, but with --again', async () => {
    const printer = await scriptedPrinter();
    await print(sheets(printer.uri, [1, 2]));
    const second = await print(sheets(printer.uri, [1, 2, 3]));
    expect([second.states, printer.printed.length]).toEqual([[null, null, 'printed'], 3]);
    await print(sheets(printer.uri, [1], 'b'.repeat(64)));
    expect(printer.printed).toHaveLength(3);
    await print(sheets(printer.uri, [1]), { again: true });
    expect(printer.printed).toHaveLength(4);
  });

  test('are asked after once more where the connection breaks meanwhile', async () => {
    const printer = await scriptedPrinter((asked, count) =>
      asked.operation === 'job' && count === 1 ? 'cut' : goodPrinter(asked),
    );
    expect(await print(sheets(printer.uri))).toEqual({ told: [], messages: [], states: ['printed'] });
    expect(printer.printed).toHaveLength(1);
  });

  test('that another run has begun are left to it', async () => {
    const printer = await scriptedPrinter();
    const here = registerOf();
    const there = registerOf();
    await print(sheets(printer.uri), { register: there });
    const { messages, states } = await print(sheets(printer.uri), { register: here });
    expect([states, printer.printed.length]).toEqual([[null], 1]);
    expect(messages).toEqual([
      'print-unclear: Whether copy 1 is printed is not known: another run has begun to print it.',
    ]);
  });

  test('are not printed where the register cannot be written', async () => {
    const printer = await scriptedPrinter();
    const register = registerOf();
    writeFileSync(join(folder, 'visit.printed'), 'mine');
    const { states, messages } = await print(sheets(printer.uri, [1, 2]), { register });
    expect([states, printer.printed.length]).toEqual([[], 0]);
    expect(messages[0]).toMatch(/^file-/);
    expect(Ledger.read(PRINTED_COPIES, join(folder, 'visit.printed'), diskWorkspace(folder)).diagnostics).toMatchObject(
      [{ code: 'print-register' }],
    );
  });
});

/** What the printer answers to the job → what is said of it, and its state. */
const TROUBLE: readonly (readonly [string, Parameters<typeof scriptedPrinter>[0], string, string])[] = [
  [
    'says no',
    () => ({ status: 0x0403, message: 'Ask the\u001b[31m registry' }),
    'refused',
    'print-refused: The printer URI does not let you print (“Ask the [31m registry”): copy 1 is not printed.',
  ],
  [
    'wants a login',
    () => 401,
    'not-sent',
    'print-printer: The printer URI lets only those print who log in: copy 1 is not printed.',
  ],
  [
    'does not understand',
    () => 400,
    'not-sent',
    'print-printer: The printer URI answers with HTTP status 400, as no printer does that prints: copy 1 is not printed.',
  ],
  [
    'does not like it',
    () => 499,
    'not-sent',
    'print-printer: The printer URI answers with HTTP status 499, as no printer does that prints: copy 1 is not printed.',
  ],
  [
    'has a fault',
    () => 500,
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI answers with HTTP status 500, as no printer does that prints.',
  ],
  [
    'is somewhere else',
    () => 399,
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI answers with HTTP status 399, as no printer does that prints.',
  ],
  [
    'talks without end',
    () => Buffer.alloc(4 * 1024 * 1024 + 1, bytesOf({ job: { 'job-id': 7 } })),
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI answers something that no printer answers.',
  ],
  [
    'is no printer',
    () => Buffer.from('<html>'),
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI answers something that no printer answers.',
  ],
  [
    'never answers',
    () => null,
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI does not answer in time.',
  ],
  [
    'hangs up',
    () => 'cut',
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI ended the connection.',
  ],
  [
    'stays busy',
    () => ({ status: 0x0507 }),
    'refused',
    'print-refused: The printer URI is busy: copy 1 is not printed.',
  ],
  [
    'cancels',
    ({ operation }) =>
      operation === 'print' ? jobIs(3, { 'job-id': 4 }) : jobIs(7, { 'job-state-reasons': ['job-canceled-at-device'] }),
    'cancelled',
    'print-cancelled: The printer URI cancelled job 4: somebody at the printer wanted it so: copy 1 is not printed.',
  ],
  [
    'gives up',
    ({ operation }) =>
      operation === 'print' ? jobIs(3, { 'job-id': 4 }) : jobIs(8, { 'job-state-reasons': ['document-format-error'] }),
    'cancelled',
    'print-cancelled: The printer URI gave up job 4: it cannot print this PDF: copy 1 is not printed.',
  ],
  [
    'never ends',
    ({ operation }) => (operation === 'abilities' ? { printer: ABLE } : jobIs(5, { 'job-id': 4 })),
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI holds job 4, and has not printed it in time.',
  ],
  [
    'falls silent',
    ({ operation }) => (operation === 'print' ? jobIs(5, { 'job-id': 4 }) : null),
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI took job 4, and does not answer any more.',
  ],
  [
    'forgets',
    ({ operation }) => (operation === 'print' ? jobIs(5, { 'job-id': 4 }) : { status: 0x0406 }),
    'unclear',
    'print-unclear: Whether copy 1 is printed is not known: the printer URI took job 4, and does not know it any more.',
  ],
];

describe('a printer that', () => {
  test.each(TROUBLE)('%s: said in words, and the next copy is not sent to it', async (_, answer, state, message) => {
    const printer = await scriptedPrinter(answer);
    const { states, messages } = await print(sheets(printer.uri, [1, 2]));
    expect(states).toEqual([state, null]);
    expect(messages.map((each) => each.replaceAll(printer.uri, 'URI'))).toEqual([message]);
    expect(registerOf().all.map((each) => [each.copy, each.state])).toEqual([[1, state]]);
    // What may have been printed is not printed again by itself; what was not, is.
    const good = await scriptedPrinter();
    await print(sheets(good.uri, [1]));
    expect(good.printed).toHaveLength(state === 'unclear' ? 0 : 1);
  });

  test('hangs up in the middle of a document may have it: it is not sent twice by itself', async () => {
    const half = await halfPrinter();
    // More than the machine holds on its way.
    const large = sheets(half.uri).map((each) => ({ ...each, bytes: Buffer.alloc(24 * 1024 * 1024, '%') }));
    const { states, messages } = await print(large);
    expect(half.received()).toBeLessThan(1024 * 1024);
    expect(states).toEqual(['unclear']);
    expect(messages[0]).toBe(
      `print-unclear: Whether copy 1 is printed is not known: the printer ${half.uri} ended the connection.`,
    );
    expect(registerOf().all.map(({ state }) => state)).toEqual(['unclear']);
    const good = await scriptedPrinter();
    expect((await print(sheets(good.uri))).states).toEqual([null]);
    expect(good.printed).toHaveLength(0);
  });

  test('is slow with a long document has the time for it', async () => {
    const printer = await scriptedPrinter(async (asked) => {
      if (asked.operation === 'print') await new Promise((resolve) => setTimeout(resolve, 3 * LIMITS.answer));
      return goodPrinter(asked);
    });
    const long = sheets(printer.uri).map((each) => ({ ...each, bytes: Buffer.alloc(400_000, '%PDF-') }));
    expect((await print(long)).states).toEqual(['printed']);
  });

  test('answers at great length is heard', async () => {
    // As a printer of many trays does; below the limit.
    const printer = await scriptedPrinter((asked) => ({ ...goodPrinter(asked), message: 'x'.repeat(60_000) }));
    expect((await print(sheets(printer.uri))).states).toEqual(['printed']);
  });

  test('is not there gets nothing', async () => {
    const { states, messages } = await print(sheets('ipp://localhost:1/ipp/print'));
    expect(states).toEqual(['not-sent']);
    expect(messages[0]).toMatch(
      /^print-printer: The printer \S+ cannot be reached: nothing answers at that port: copy 1/,
    );
  });

  test('is busy for a while gets it then', async () => {
    const printer = await scriptedPrinter((asked, count) =>
      asked.operation === 'print' && count < 3 ? { status: 0x0507 } : goodPrinter(asked),
    );
    const { states, told } = await print(sheets(printer.uri));
    expect(states).toEqual(['printed']);
    expect(told).toEqual([`The printer ${printer.uri} is busy with another job.`]);
  });

  test('is out of paper says so, and prints when it has some', async () => {
    const printer = await scriptedPrinter((asked, count) => {
      if (asked.operation === 'abilities')
        return { printer: { 'printer-state-reasons': ['media-empty-error', 'cups-x', 'toner-low-warning'] } };
      return asked.operation === 'job' && count < 4 ? jobIs(6) : goodPrinter(asked);
    });
    const { states, told } = await print(sheets(printer.uri));
    expect(states).toEqual(['printed']);
    expect(told).toEqual([`The printer ${printer.uri} is out of paper.`]);
  });

  test('stays out of paper holds the job', async () => {
    const printer = await scriptedPrinter(({ operation }) =>
      operation === 'abilities' ? { printer: { 'printer-state-reasons': ['media-empty'] } } : jobIs(6, { 'job-id': 4 }),
    );
    const { messages } = await print(sheets(printer.uri));
    expect(messages[0]).toContain('holds job 4, but is out of paper.');
  });

  test('leaves something out has printed all the same', async () => {
    const printer = await scriptedPrinter((asked) => ({ ...goodPrinter(asked), unsupported: { sides: 'x' } }));
    const { states, messages } = await print(sheets(printer.uri));
    expect(states).toEqual(['printed']);
    expect(messages).toEqual([`print-ignored: The printer ${printer.uri} left out what was asked for: sides.`]);
  });

  test('does not print does not keep another from printing', async () => {
    const bad = await scriptedPrinter(() => ({ status: 0x0506 }));
    const good = await scriptedPrinter();
    const { states } = await print([...sheets(bad.uri, [1, 2]), ...sheets(good.uri, [3])]);
    expect(states).toEqual(['refused', null, 'printed']);
  });
});
