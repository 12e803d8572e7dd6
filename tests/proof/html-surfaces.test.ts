import { describe, expect, test } from 'vitest';
import { proveEdition } from '../../src/proof/prove.js';

const page = (body: string, head = '') =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;

function leaks(html: string, withheld = 'Sparrow Nightingale', constants?: string) {
  const file = (text: string) => ({ name: 'a.html', bytes: new TextEncoder().encode(text) });
  const { diagnostics } = proveEdition({
    edition: 'press',
    files: [file(html)],
    withheld: [{ field: 'x', text: withheld }],
    allowed: [],
    ...(constants !== undefined && { constants: [file(constants)] }),
  });
  return diagnostics.filter(({ code }) => code === 'edition-leak');
}

describe('what is found in a page for the web', () => {
  test.each([
    ['its text', page('<p>with Sparrow Nightingale there</p>')],
    ['words parted by style', page('<p>Spar<em>row</em> Night<span lang="sv">in</span>gale</p>')],
    ['two paragraphs', page('<p>Sparrow</p>\n<p>Nightingale</p>')],
    ['references to characters', page('<p>&#83;parrow&nbsp;Nightingale</p>')],
    ['its title', page('', '<meta name="description" content="Sparrow Nightingale">')],
    ['an alternative text', page('<img src="data:," alt="Sparrow Nightingale">')],
    ['an address', page('<a href="https://a.example/Sparrow%20Nightingale">x</a>')],
    ['a comment', page('<!-- Sparrow Nightingale -->')],
    ['its style', page('', '<style>/* Sparrow Nightingale */</style>')],
    ['a drawing', page('<svg><text>Sparrow Nightingale</text></svg>')],
    ['a picture', page(`<img alt="" src="data:image/png;base64,${btoa('xxSparrow Nightingalexx')}">`)],
  ])('%s', (_, html) => expect(leaks(html)).not.toEqual([]));

  test('nothing where there is nothing', () => expect(leaks(page('<p>Sparrow</p><p>and Nightingale</p>'))).toEqual([]));

  test('words of the program’s own count for nothing', () => {
    const style = '<style>.kicker{color:red}</style>';
    expect(leaks(page('<p>x</p>', style), 'kicker', page('<p>y</p>', style))).toEqual([]);
    expect(leaks(page('<p>the kicker</p>', style), 'kicker', page('<p>y</p>', style))).not.toEqual([]);
  });
});
