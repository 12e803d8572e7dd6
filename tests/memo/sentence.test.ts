import { expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { composeMemo } from '../../src/memo/compose.js';
import { endsSentence } from '../../src/memo/words/sentence.js';
import { edition, pack } from './packs.js';

test.each(['A.', 'A?', 'A…', '他来了。', '他说：“来了。”', 'جاء؟', 'وصل۔', 'आया।', '(He came.)', 'He said “no.”'])(
  '%s is a sentence already',
  (text) => expect(endsSentence(text)).toBe(true),
);

test.each(['A', '他来了', 'A (see there)', 'v. 2', ''])('%j is none', (text) => expect(endsSentence(text)).toBe(false));

test('what is put together of sentences has one full stop for each, that of its language', () => {
  const judgements: Brief['judgements'] = [{ text: 'T', assumptions: ['甲来了。', '乙来了'] }];
  const memo = composeMemo(edition({ judgements }, 'zh'), pack('policy-memo'));
  expect(memo.ok && memo.value).toContain('甲来了。 乙来了。');
});
