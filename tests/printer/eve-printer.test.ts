import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { USUAL_LIMITS } from '../../src/printer/ipp-exchange.js';
import { jobTicket } from '../../src/printer/job-ticket.js';
import { printJob } from '../../src/printer/print-job.js';
import { abilityWords, askAbilities } from '../../src/printer/printer-abilities.js';
import { readPrinter } from '../../src/printer/printer-address.js';
import { closePrinters, evePrinter, hasEvePrinter, ipptool } from './printers.js';

const PDF = Buffer.from('%PDF-1.7\n%\u00e2\u00e3 as it is\n%%EOF\n', 'latin1');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-eve-'));
});
afterEach(async () => {
  await closePrinters();
  rmSync(folder, { recursive: true, force: true });
});

/** A printer whose works are this script; it writes down what it was asked for. */
async function printerThat(does: string) {
  const script = join(folder, 'works.sh');
  writeFileSync(script, `#!/bin/sh\nenv | grep '^IPP_' > '${folder}/asked'\n${does}\n`);
  chmodSync(script, 0o755);
  return evePrinter(['-2', '-c', script]);
}

async function print(uri: string, tell: (words: string) => void = () => {}) {
  const printer = readPrinter(uri);
  const abilities = printer.ok ? await askAbilities(printer.value, USUAL_LIMITS) : printer;
  if (!printer.ok || !abilities.ok) throw new Error(JSON.stringify(abilities.diagnostics));
  const about = { printer: printer.value, abilities: abilities.value };
  const ticket = jobTicket({ duplex: 'short', copies: 2, pages: [{ lower: 1, upper: 3 }] }, 'A4', about);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.diagnostics));
  const job = { printer: printer.value, name: 'visit.copy-1', user: 'anna', bytes: PDF, ticket: ticket.value };
  return { words: abilityWords(abilities.value), fate: await printJob(job, { limits: USUAL_LIMITS, tell }) };
}

describe.skipIf(!hasEvePrinter)('a real printer', () => {
  test('gets the bytes, and how they are to be printed', async () => {
    const printer = await printerThat('exit 0');
    const { words, fate } = await print(printer.uri);
    expect(words).toBe('Example Printer: two-sided, greyscale, letter and number-10 loaded');
    expect(fate).toEqual({ state: 'printed', answer: 'printed it as job 1', ignored: [] });
    expect([...printer.spooled().values()].map((bytes) => bytes.equals(PDF))).toEqual([true]);
    const asked = readFileSync(join(folder, 'asked'), 'utf8');
    for (const line of ['COPIES=2', 'SIDES=two-sided-short-edge', 'MEDIA=iso_a4_210x297mm', 'JOB_NAME=visit.copy-1'])
      expect(asked).toContain(`IPP_${line}\n`);
    expect(asked).toMatch(/IPP_PAGE_RANGES=1-3\n/);
    expect(asked).toMatch(/IPP_JOB_ORIGINATING_USER_NAME=anna\n/);
  }, 60_000);

  test('is out of paper for a while, and prints then', async () => {
    const printer = await printerThat(
      'echo "STATE: +media-empty-error" >&2; sleep 2; echo "STATE: -media-empty-error" >&2',
    );
    const told: string[] = [];
    const { fate } = await print(printer.uri, (words) => told.push(words));
    expect([fate.state, told]).toEqual(['printed', ['is out of paper']]);
  }, 60_000);

  test('gives up', async () => {
    const printer = await printerThat('exit 1');
    expect((await print(printer.uri)).fate).toMatchObject({
      state: 'cancelled',
      answer: expect.stringMatching(/^gave up job 1/),
    });
  }, 60_000);

  test('is told to cancel by somebody else', async () => {
    const printer = await printerThat('echo "STATE: +media-jam-error" >&2; sleep 3');
    let cancelled = 0;
    const { fate } = await print(printer.uri, () => {
      cancelled = ipptool(printer.uri, 'cancel-current-job.test').status ?? -1;
    });
    expect([cancelled, fate.state]).toEqual([0, 'cancelled']);
    expect(fate.answer).toMatch(/^cancelled job 1/);
  }, 60_000);
});
