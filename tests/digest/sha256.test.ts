import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runningSha256, sha256Of } from '../../src/digest/sha256.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('SHA-256', () => {
  test('is that of FIPS 180-4', () => {
    expect(sha256Of(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(sha256Of(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('of any bytes is what the machine says, whole and piece by piece', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (pieces) => {
        const whole = Buffer.concat(pieces);
        const expected = createHash('sha256').update(whole).digest('hex');
        const running = runningSha256();
        for (const piece of pieces) running.update(piece);
        expect([sha256Of(whole), hex(running.digest())]).toEqual([expected, expected]);
      }),
    );
  });

  test('counts text as UTF-8', () => {
    const running = runningSha256();
    running.update('Åre');
    expect(hex(running.digest())).toBe(createHash('sha256').update('Åre', 'utf8').digest('hex'));
  });
});
