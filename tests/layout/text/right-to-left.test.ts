import { expect, it } from 'vitest';
import { isRightToLeft } from '../../../src/layout/text/right-to-left.js';

it('knows the languages written from right to left, and those written so in one of their scripts', () => {
  for (const language of ['ar', 'AR-eg', 'fa', 'he', 'ur', 'yi', 'ps', 'ckb', 'az-Arab', 'ku-Arab-IQ', 'pa-Arab-PK']) {
    expect([language, isRightToLeft(language)]).toEqual([language, true]);
  }
  for (const language of ['en', 'tr', 'az', 'ar-Latn', 'fa-Cyrl', 'arn', 'und', '']) {
    expect([language, isRightToLeft(language)]).toEqual([language, false]);
  }
});
