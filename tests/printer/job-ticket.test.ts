import { afterEach, describe, expect, test } from 'vitest';
import { USUAL_LIMITS } from '../../src/printer/ipp-exchange.js';
import { jobTicket } from '../../src/printer/job-ticket.js';
import type { PrintWish } from '../../src/printer/print-wish.js';
import { askAbilities } from '../../src/printer/printer-abilities.js';
import { readPrinter } from '../../src/printer/printer-address.js';
import { ABLE, closePrinters, scriptedPrinter } from './printers.js';

afterEach(closePrinters);

async function ticket(printer: object, wish: PrintWish = {}, paper: 'A4' | 'LETTER' | null = 'A4') {
  const { uri } = await scriptedPrinter(() => ({ printer: { ...ABLE, ...printer } }));
  const read = readPrinter(uri);
  const abilities = read.ok ? await askAbilities(read.value, USUAL_LIMITS) : read;
  if (!read.ok || !abilities.ok) throw new Error('The printer was not asked.');
  const made = jobTicket(wish, paper, { printer: read.value, abilities: abilities.value });
  return {
    asked: made.ok ? made.value.map(([name, , value]) => [name, value]) : null,
    problems: made.diagnostics.map(({ code, message }) => `${code}: ${message.replace(uri, 'P')}`),
  };
}

describe('what is asked of a printer', () => {
  test('is what it can do: both sides and the paper of the document, unless somebody says otherwise', async () => {
    expect(await ticket({})).toEqual({
      asked: [
        ['sides', 'two-sided-long-edge'],
        ['media', 'iso_a4_210x297mm'],
      ],
      problems: [],
    });
    const plain = { 'sides-supported': ['one-sided'], 'media-supported': [], 'media-ready': [] };
    expect(await ticket(plain)).toEqual({ asked: [], problems: [] });
    expect(await ticket({}, {}, null)).toEqual({ asked: [['sides', 'two-sided-long-edge']], problems: [] });
  });

  test('is what a person wants', async () => {
    const pages = [{ lower: 1, upper: 2 }];
    const collating = { 'multiple-document-handling-supported': ['separate-documents-collated-copies'] };
    const { asked } = await ticket(collating, { copies: 3, duplex: 'short', colour: 'grey', pages }, 'LETTER');
    expect(asked).toEqual([
      ['copies', 3],
      ['multiple-document-handling', 'separate-documents-collated-copies'],
      ['sides', 'two-sided-short-edge'],
      ['media', 'na_letter_8.5x11in'],
      ['print-color-mode', 'monochrome'],
      ['page-ranges', pages],
    ]);
    expect((await ticket({}, { duplex: 'off' })).asked?.[0]).toEqual(['sides', 'one-sided']);
    // One that does not say on which sides it prints has one to print on.
    expect((await ticket({ 'sides-supported': [] }, { duplex: 'off' })).problems).toEqual([]);
    // A printer without colours prints in grey, whatever it calls that.
    const grey = { 'color-supported': false, 'print-color-mode-supported': [] };
    expect((await ticket(grey, { colour: 'grey' })).problems).toEqual([]);
  });

  test.each<[string, object, PrintWish]>([
    ['does not print PDF; it takes image/urf', { 'document-format-supported': ['image/urf'] }, {}],
    ['accepts no jobs at present', { 'printer-is-accepting-jobs': false }, {}],
    ['makes no more than 99 of one job', {}, { copies: 100 }],
    ['does not print on both sides', { 'sides-supported': ['one-sided'] }, { duplex: 'long' }],
    ['has no colours', { 'color-supported': false }, { colour: 'colour' }],
    ['prints documents whole alone', { 'page-ranges-supported': false }, { pages: [{ lower: 1, upper: 1 }] }],
    ['does not print on A4', { 'media-supported': ['na_letter_8.5x11in'] }, {}],
  ])('is refused where the printer %s', async (words, printer, wish) => {
    const { asked, problems } = await ticket(printer, wish);
    expect(asked).toBeNull();
    expect(problems).toEqual([`print-unable: The printer P ${words}.`]);
  });

  test('says what somebody has to look after', async () => {
    const reasons = ['media-empty-error', 'door-open', 'toner-low-report', 'none', 'x\u001b-thing'];
    const printer = { 'media-ready': ['na_letter_8.5x11in', 'custom_min_1x1mm'], 'printer-state-reasons': reasons };
    const { asked, problems } = await ticket(printer);
    expect(asked).not.toBeNull();
    expect(problems).toEqual([
      'print-attention: No A4 paper lies in the printer P.',
      'print-attention: The printer P is out of paper.',
      'print-attention: The printer P has a door open.',
      'print-attention: The printer P says “x?-thing”.',
    ]);
  });
});
