import { describe, expect, test } from 'vitest';
import { AngleEnds } from '../../src/markdown/angle-ends.js';
import { MailRuns } from '../../src/markdown/mail-runs.js';
import { parseInline } from '../../src/markdown/parse.js';

/** The addresses that a text links to, and the text whole. */
function linksIn(markdown: string): string[] {
  const { nodes } = parseInline(markdown, { directives: 'public', html: 'text' });
  return nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
}

describe('bare addresses', () => {
  test.each([
    ['a@b.cd', ['mailto:a@b.cd']],
    ['(a.b-c+d_e@f.gh)', ['mailto:a.b-c+d_e@f.gh']],
    ['x/a@b.cd, c@d.ef', ['mailto:a@b.cd', 'mailto:c@d.ef']],
    ['a@b', []],
    ['a@b@c.de', ['mailto:b@c.de']],
    ['mailto:a@b.cd and www.a.b', ['mailto:a@b.cd', 'http://www.a.b']],
    ['see HTTP://A.B/c_d.', ['HTTP://A.B/c_d']],
  ])('are found in %s', (markdown, links) => {
    expect(linksIn(markdown)).toEqual(links);
  });
});

test('an address may begin where what stands before its @ does, or within that', () => {
  const runs = new MailRuns('x a.b@c.d e@');
  expect([0, 1, 2, 3, 4, 5, 6, 10].map((at) => runs.mayBeginAt(at))).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect([0, 2, 5, 10].map((at) => runs.nextAfter(at))).toEqual([2, 10, 10, Number.POSITIVE_INFINITY]);
});

test('what begins like a comment ends only where its own end follows', () => {
  const ends = new AngleEnds('<!-- <? --> <![CDATA[ <!A > <b');
  expect([0, 5, 12, 22, 28].map((at) => ends.mayEnd(at))).toEqual([true, false, false, true, true]);
});
