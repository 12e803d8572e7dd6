import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAnswer, encodeRequest } from '../../src/printer/ipp-message.js';
import { ABLE, bytesOf } from './printers.js';

describe('a request', () => {
  test('is what RFC 8010 shows of one', () => {
    const bytes = encodeRequest(0x02, [
      { group: 'operation', attributes: [['attributes-charset', 'charset', 'utf-8']] },
      {
        group: 'job',
        attributes: [
          ['copies', 'integer', 20],
          ['sides', 'keyword', ['a', 'bc']],
          ['page-ranges', 'range', [{ lower: 1, upper: 258 }]],
        ],
      },
      { group: 'printer', attributes: [] },
    ]);
    const hex = [
      '0101 0002 00000001',
      '01 47 0012 617474726962757465732d63686172736574 0005 7574662d38',
      '02 21 0006 636f70696573 0004 00000014',
      '44 0005 7369646573 0001 61 44 0000 0002 6263',
      '33 000b 706167652d72616e676573 0008 00000001 00000102',
      '03',
    ];
    expect(Buffer.from(bytes).toString('hex')).toBe(hex.join('').replaceAll(' ', ''));
  });
});

describe('an answer', () => {
  const whole = bytesOf({ status: 0x0507, message: 'Später', job: { 'job-id': 300 }, printer: ABLE });

  test('is read with its values', () => {
    const answer = decodeAnswer(whole);
    expect(answer?.status).toBe(0x0507);
    expect(answer?.attributes('operation').get('status-message')).toEqual(['Später']);
    expect(answer?.attributes('job').get('job-id')).toEqual([300]);
    const printer = answer?.attributes('printer');
    expect(printer?.get('sides-supported')).toEqual(ABLE['sides-supported']);
    expect([printer?.get('color-supported'), printer?.get('copies-supported')]).toEqual([
      [true],
      [{ lower: 1, upper: 99 }],
    ]);
    expect(answer?.attributes('unsupported').size).toBe(0);
  });

  test('has collections that are passed over, and texts with their language', () => {
    const hex = [
      '0200 0000 00000001 04',
      // media-col = { media-size = { x = 1 } }, twice
      ...['34 0009 6d656469612d636f6c 0000', '4a 0000 0001 73 34 0000 0000 4a 0000 0001 78 21 0000 0004 00000001'],
      ...['37 0000 0000 37 0000 0000', '34 0000 0000 37 0000 0000'],
      // printer-info, with a language; printer-location, unknown
      '35 0004 696e666f 0008 0002 656e 0002 4f6b 12 0003 6c6f63 0000',
      '44 0004 6c617374 0001 7a 03',
    ];
    const answer = decodeAnswer(Buffer.from(hex.join('').replaceAll(' ', ''), 'hex'));
    expect([...(answer?.attributes('printer') ?? [])]).toEqual([
      ['media-col', [null, null]],
      ['info', ['Ok']],
      ['loc', [null]],
      ['last', ['z']],
    ]);
  });

  test('about several jobs is about the first', () => {
    const jobs = [7, 8].map((id) => bytesOf({ job: { 'job-id': id } }));
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = jobs;
    const group = second.subarray(bytesOf({}).length - 1);
    const answer = decodeAnswer(Buffer.concat([first.subarray(0, -1), group]));
    expect(answer?.attributes('job').get('job-id')).toEqual([7]);
  });

  test('that is cut off anywhere is none', () => {
    for (let length = 0; length < whole.length; length++) expect(decodeAnswer(whole.subarray(0, length))).toBeNull();
  });

  test('of any bytes is none, or one: nothing else happens', () => {
    const noise = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(noise, fc.nat(whole.length), (bytes, at) => {
        decodeAnswer(bytes);
        decodeAnswer(Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]));
      }),
    );
  });
});
