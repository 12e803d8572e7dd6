import { describe, expect, test } from 'vitest';
import { contextOf, surroundings } from '../../../src/evidence/context.js';
import { extractText } from '../../../src/evidence/extract/extract.js';
import { findQuote } from '../../../src/evidence/find-quote.js';
import { KeptText } from '../../../src/evidence/kept-text.js';
import { bytesOf } from '../kept.js';

async function keptIn(file: string, content: string | Uint8Array): Promise<KeptText> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const extracted = await extractText(bytes, { file, sha256: '' });
  if (!extracted.ok) throw new Error(extracted.reason);
  return new KeptText(extracted.text, { withUnseen: extracted.withUnseen ?? null });
}

const page = (body: string) => keptIn('a.html', `<!doctype html><meta charset=utf-8>${body}`);
const note = (text: string) => keptIn('a.md', text);
const kind = async (words: string, kept: Promise<KeptText>) => findQuote(words, await kept).kind;

describe('words that a page strikes out or hides', () => {
  test.each([
    ['a hidden attribute', '<p hidden>W</p>'],
    ['found only by searching', '<p hidden=until-found>W</p>'],
    ['a popover', '<p popover>W</p>'],
    ['a style', '<p style="display: none">W</p>'],
    ['an escaped style', '<p style="d\\69splay:none">W</p>'],
    ['a style with a comment', '<p style="display:/* x */none">W</p>'],
    ['an important style', '<style>p{display:none!important}</style><p style="display:block">W</p>'],
    ['invisible', '<p style="visibility:hidden">W</p>'],
    ['collapsed', '<p style="visibility:collapse">W</p>'],
    ['transparent', '<p style="opacity:0">W</p>'],
    ['in a transparent colour', '<p style="color:transparent">W</p>'],
    ['white on white', '<p style="color:#fff">W</p>'],
    ['without size', '<p style="font-size:0">W</p>'],
    ['without size, in a shorthand', '<p style="font:0/0 a">W</p>'],
    ['transparent by a filter', '<p style="filter:opacity(0)">W</p>'],
    ['in a colour without opacity', '<p style="color:rgb(0 0 0 / 0)">W</p>'],
    ['in a colour without opacity, in short', '<p style="color:#0000">W</p>'],
    ['white in the old way', '<p><font color=white>W</font></p>'],
    ['of one pixel', '<p style="font-size:1px">W</p>'],
    ['moved off the page', '<p style="transform:translateX(-9999px)">W</p>'],
    ['pushed off the page', '<p style="margin-left:-9999px">W</p>'],
    ['zoomed to nothing', '<p style="zoom:0">W</p>'],
    ['an attribute that begins so', '<style>p[class^="b"]{display:none}</style><p class=bar>W</p>'],
    ['an attribute that ends so', '<style>p[class$="r"]{display:none}</style><p class=bar>W</p>'],
    ['an attribute with it', '<style>p[class*="a"]{display:none}</style><p class=bar>W</p>'],
    ['an attribute with the word', '<style>p[class~="b"]{display:none}</style><p class="a b">W</p>'],
    ['an attribute with the tag', '<style>p[lang|="en"]{display:none}</style><p lang=en-GB>W</p>'],
    ['off the page', '<p style="position:absolute;left:-9999px">W</p>'],
    ['indented off the page', '<p style="text-indent:-9999px">W</p>'],
    ['cut to nothing', '<p style="position:absolute;clip:rect(0 0 0 0)">W</p>'],
    ['cut to nothing by a path', '<p style="clip-path:inset(50%)">W</p>'],
    ['one pixel large', '<p style="width:1px;height:1px;overflow:hidden">W</p>'],
    ['shrunk to nothing', '<p style="transform:scale(0)">W</p>'],
    ['a class of the page', '<style>.x{display:none}</style><p class="a x">W</p>'],
    ['an identifier of the page', '<style>#x{visibility:hidden}</style><p id=x>W</p>'],
    ['an element of the page', '<style>aside{display:none}</style><aside>W</aside>'],
    ['an attribute of the page', '<style>[data-x="1"]{display:none}</style><p data-x=1>W</p>'],
    ['an attribute with spaces and a comma', '<style>b,[title="a, b"]{display:none}</style><p title="a, b">W</p>'],
    ['a descendant of the page', '<style>.a .b{display:none}</style><div class=a><p><b class=b>W</b></div>'],
    ['a child of the page', '<style>.a>.b{display:none}</style><div class=a><p class=b>W</div>'],
    ['a rule for screens', '<style>@media screen{.x{display:none}}</style><p class=x>W</p>'],
    ['a rule after a comment', '<style>/* {} */ .y, .x { color: red; display: none }</style><p class=x>W</p>'],
    ['a class for screen readers', '<link rel=stylesheet href=x><p class="visually-hidden">W</p>'],
    ['a closed dialog', '<dialog>W</dialog>'],
    ['suggestions', '<datalist><option>W</datalist>'],
    ['a template', '<template>W</template>'],
    ['a page without frames', '<noframes>W</noframes>'],
    ['a field', '<textarea>W</textarea>'],
    ['deleted', '<p><del>W</del></p>'],
    ['struck', '<p><s>W</s></p>'],
    ['struck in the old way', '<p><strike>W</strike></p>'],
    ['struck by a style', '<p><span style="text-decoration: line-through">W</span></p>'],
    ['struck by a class', '<style>.x{text-decoration-line:line-through}</style><p class=x>W</p>'],
  ])('%s', async (_what, body) => {
    const kept = await page(body.replace('W', 'We regret the delay'));
    expect(findQuote('We regret the delay', kept)).toMatchObject({ kind: 'not-found' });
  });

  test.each([
    ['hidden from screen readers only', '<p aria-hidden=true>W</p>'],
    ['a hidden attribute that the page overrules', '<style>p{display:block}</style><p hidden>W</p>'],
    ['an open dialog', '<dialog open>W</dialog>'],
    ['shown again', '<div style="visibility:hidden"><p style="visibility:visible">W</p></div>'],
    ['given its size again', '<div style="font-size:0"><p style="font-size:16px">W</p></div>'],
    ['white, where the styles were not kept', '<link rel=stylesheet href=x><p style="color:#fff">W</p>'],
    ['white on blue', '<div style="background:#00f"><p style="color:#fff">W</p></div>'],
    ['a later rule', '<style>.x{display:none}.x{display:block}</style><p class=x>W</p>'],
    ['a heavier rule', '<style>p.x{display:block}.x{display:none}</style><p class=x>W</p>'],
    ['black', '<p style="color:rgb(0, 0, 0)">W</p>'],
    ['of two pixels', '<p style="font-size:12px;zoom:1.0">W</p>'],
    ['an attribute that begins otherwise', '<style>p[class^="a"]{display:none}</style><p class=bar>W</p>'],
    ['an attribute with another word', '<style>p[class~="b"]{display:none}</style><p class="ab">W</p>'],
    ['a rule for print', '<style>@media print{p{display:none}}</style><p>W</p>'],
    ['a rule for narrow windows', '<style>@media screen and (max-width:9px){p{display:none}}</style><p>W</p>'],
    ['a sheet for print', '<style media=print>p{display:none}</style><p>W</p>'],
    ['a rule for a pointer', '<style>p:hover{display:none}</style><p>W</p>'],
    ['a child that is none', '<style>.a>.b{display:none}</style><div class=a><p><b class=b>W</b></div>'],
    ['details', '<details><summary>More</summary>W</details>'],
    ['inserted', '<p><ins>W</ins></p>'],
  ])('but not what is seen: %s', async (_what, body) => {
    expect(await kind('We regret the delay', page(body.replace('W', 'We regret the delay')))).toBe('exact');
  });

  test('part nothing', async () => {
    expect(await kind('We regret', page('<div>We re<h2 hidden>never</h2>gret</div>'))).toBe('exact');
  });

  test('are not the reason where a prefix is wrong', async () => {
    const kept = await page('<p>We will sign. <del>Never.</del></p>');
    expect(findQuote('We will sign', kept, { prefix: 'Today' })).toMatchObject({ elsewhere: 1, isUnseen: false });
  });

  test('are said to be there, and the reading without them passes', async () => {
    const kept = await page('<p>We will <del>not</del> sign<span class=sr-only> (new)</span> today.</p>');
    expect(findQuote('We will not sign', kept)).toMatchObject({ kind: 'not-found', isUnseen: true });
    expect(findQuote('We will sign today', kept)).toMatchObject({ kind: 'exact' });
    expect(findQuote('We will go', kept)).toMatchObject({ kind: 'not-found', isUnseen: false });
  });
});

describe('words that are not one sentence', () => {
  test.each([
    ['cells', '<table><tr><td>We regret<td>the delay</table>'],
    ['list items', '<ul><li>We regret<li>the delay</ul>'],
    ['a term and what it means', '<dl><dt>We regret<dd>the delay</dl>'],
    ['links of a navigation', '<nav><a>We regret</a> <a>the delay</a></nav>'],
    ['links of what says that it is a navigation', '<div role=navigation><a>We regret</a> <a>the delay</a></div>'],
    ['a navigation and what follows', '<nav>We regret</nav><p>the delay</p>'],
    ['a heading and what follows', '<h2>We regret</h2><p>the delay</p>'],
    ['a caption', '<figure><figcaption>We regret</figcaption><p>the delay</figure>'],
    ['boxes that a style makes cells', '<span style="display:table-cell">We regret</span> <b>the delay</b>'],
  ])('%s', async (_what, body) => {
    const kept = await page(body);
    expect(findQuote('We regret the delay', kept).kind).toBe('not-found');
    expect(findQuote('We regret […] the delay', kept).kind).toBe('exact');
    const match = findQuote('We regret the delay', kept);
    const words = match.kind === 'not-found' ? match.nearest?.difference : [];
    expect(words).toContainEqual({ kind: 'source', words: '|' });
  });

  test('but paragraphs and lines may be quoted through', async () => {
    expect(await kind('We regret. The delay', page('<p>We regret.</p><p>The delay</p>'))).toBe('exact');
    expect(await kind('We regret the delay', page('<div>We regret<br>the delay</div>'))).toBe('exact');
  });
});

describe('one of several cells with the same words', () => {
  const table = '<table><tr><td>Sweden<td>900<td>up<tr><td>Norway<td>900<td>down<tr><td>Norway<td>900<td>up</table>';

  test('is told by the cells beside it', async () => {
    const kept = await page(table);
    const match = findQuote('900', kept);
    const passages = match.kind === 'ambiguous' ? match.passages : [];
    expect(passages).toHaveLength(3);
    const contexts = passages.map((passage) => contextOf('900', kept, passage));
    expect(contexts).toEqual([{ prefix: 'Sweden' }, { suffix: 'down' }, expect.anything()]);
    expect(passages.map((passage) => surroundings(kept, passage).before)).toContain('Sweden');
  });
});

describe('elements within a line', () => {
  test.each([
    ['tags of Word', '<st1:place>Northland</st1:place>, its <o:p></o:p>neighbours', 'Northland, its neighbours'],
    ['custom elements', 'The <x-link>treaty</x-link>, (<my-abbr>EU</my-abbr>)', 'The treaty, (EU)'],
    ['labels and buttons', 'per <label>person</label>. <button>Ask</button>!', 'per person. Ask!'],
    ['pictures', 'the <picture><img src=x alt="not"></picture>treaty', 'the treaty'],
    ['boxes within the line', '<span style="display:inline-block">T</span>he treaty', 'The treaty'],
    ['the marks of a quotation', 'She said <q>we regret</q> and left', 'She said “we regret” and left'],
    ['a quotation as it is copied', 'She said <q>we regret</q> and left', 'She said we regret and left'],
  ])('%s', async (_what, body, words) => {
    expect(await kind(words, page(`<p>${body}</p>`))).toBe('exact');
  });
});

describe('the marks of notes', () => {
  test.each([
    ['a number', 'We came<sup>2</sup> and saw', 'We came and saw'],
    ['a number that is quoted', 'We came<sup>2</sup> and saw', 'We came2 and saw'],
    ['a link in brackets', 'the delay,<sup class="reference"><a href="#n">[1]</a></sup> and', 'the delay, and'],
    ['several', 'the delay<sup>1, 2</sup> and', 'the delay and'],
    ['at the end', 'the delay.<sup>3</sup></p><p>Then', 'the delay.'],
    ['after a number, in brackets', 'in 2024<sup>[1]</sup> and', 'in 2024 and'],
    ['after a number, with a link', 'in 2024<sup><a href="#n">1</a></sup> and', 'in 2024 and'],
    ['a letter with a link', 'the delay<sup><a href="#n">a</a></sup> and', 'the delay and'],
    ['a dagger', 'the delay<sup>†</sup> and', 'the delay and'],
    ['a link alone', 'the delay<a href="#n">[1]</a> and', 'the delay and'],
    ['a remark of an encyclopedia', 'the delay<sup>[<i>citation needed</i>]</sup> and', 'the delay and'],
    ['by its role', 'the delay<a role="doc-noteref" href="#n">1</a> and', 'the delay and'],
  ])('may be left out: %s', async (_what, body, words) => {
    expect(await kind(words, page(`<p>${body}</p>`))).toBe('exact');
  });

  test.each([
    ['a power', '10<sup>6</sup> people', '106 people'],
    ['a power that is left out', '10<sup>6</sup> people', '10 people'],
    ['a power below one', '10<sup>−6</sup> grams', '10 grams'],
    ['a power after a space', '10 <sup>6</sup> people', '10 people'],
    ['a power by its style', '10<span style="vertical-align:super">6</span> people', '106 people'],
    ['a power in a formula', 'E=mc<sup>2</sup> holds', 'E=mc holds'],
    ['a unit that is left out', '5 m<sup>2</sup> each', '5 m each'],
    ['an index', '10<sub>2</sub> is two', '102 is two'],
    ['an ordinal', 'the 1<sup>st</sup> time', 'the 1 time'],
  ])('but not %s', async (_what, body, words) => {
    expect(await kind(words, page(`<p>${body}</p>`))).toBe('not-found');
  });

  test.each([
    ['10<sup>6</sup> people', '10⁶ people'],
    ['5 m<sup>2</sup> each', '5 m2 each'],
    ['the 1<sup>st</sup> time', 'the 1st time'],
    ['H<sub>2</sub>O', 'H2O'],
  ])('%s is quoted as %s', async (body, words) => {
    expect(await kind(words, page(`<p>${body}</p>`))).toMatch(/exact|normalised/);
  });
});

describe('Markdown', () => {
  test.each([
    ['a comment', '<!-- We regret the delay -->'],
    ['a comment of several lines', 'x\n\n<!--\nWe regret\n\nthe delay\n-->\n\ny'],
    ['a comment within a line', 'So <!-- We regret the delay --> it goes'],
    ['front matter', '---\ntitle: We regret the delay\n---\n\nText'],
    ['front matter of Hugo', '+++\ntitle = "We regret the delay"\n+++\n\nText'],
    ['a deletion', 'x ~~We regret the delay~~ y'],
    ['hidden HTML', '<span hidden>We regret the delay</span>'],
    ['a hidden block of HTML', '<div hidden>\n\nWe regret the delay\n\n</div>'],
    ['a picture', '![We regret the delay](x.png)'],
    ['the title of a link', '[x](https://x.org "We regret the delay")'],
    ['two cells', '| a | b |\n|---|---|\n| We regret | the delay |'],
    ['two items', '- We regret\n- the delay'],
    ['a heading and what follows', '# We regret\n\nthe delay'],
  ])('does not say what stands in %s', async (_what, text) => {
    expect(await kind('We regret the delay', note(text))).toBe('not-found');
  });

  test.each([
    ['a comment', 'We regret <!-- deeply -->the delay'],
    ['a deletion', 'We ~~do not~~ regret the delay'],
    ['a note', 'We regret[^1] the delay\n\n[^1]: Here.'],
    ['HTML', 'We <b>regret</b> the delay'],
    ['a rule at the beginning', '---\n\nWe regret the delay'],
    ['a code', 'We `regret` the delay'],
  ])('is read without %s', async (_what, text) => {
    expect(await kind('We regret the delay', note(text))).toBe('exact');
  });

  test('characters that look like HTML are characters', async () => {
    expect(await kind('a < b & c', note('So a < b &amp; c.'))).toBe('exact');
    expect(await kind('the <b> tag', note('Use the `<b>` tag.'))).toBe('exact');
  });
});

describe('plain text', () => {
  test('the marks of a quoted mail may be left out, or quoted', async () => {
    const mail = keptIn('a.txt', 'He said:\n> We regret the delay, and\n> we will come.\nSo be it.');
    expect(await kind('We regret the delay, and we will come.', mail)).toBe('exact');
    expect(await kind('delay, and > we will', mail)).toBe('exact');
  });

  test('one line that begins with such a mark says what it says', async () => {
    expect(await kind('growth of 5', keptIn('a.txt', 'a growth of\n> 5 per cent\nin May'))).toBe('not-found');
  });

  test('control characters of a text mark nothing in it', async () => {
    const kept = keptIn('a.txt', 'We \u001Dnever\u001E regret\u001Cit.');
    expect(await kind('We regret it', kept)).toBe('not-found');
    expect(await kind('We never regret it.', kept)).toBe('exact');
    expect(await kind('We never regret it.', page('We &#x1D;never&#x1E; regret&#x1C;it.'))).toBe('exact');
  });
});

describe('the encoding of a page', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test('is UTF-8 where its bytes are, whatever it declares', async () => {
    expect(await kind('på våren', keptIn('a.html', '<meta charset=iso-8859-1><p>på våren'))).toBe('exact');
  });

  test('may be declared late, but not in a comment', async () => {
    const late = `<!-- <meta charset=koi8-r>${'x'.repeat(2000)} --><meta charset=iso-8859-1><p>\u0093p\xE5 v\xE5ren\u0094`;
    expect(await kind('“på våren”', keptIn('a.html', latin1(late)))).toBe('exact');
  });

  test('may be the Chinese standard by the name of its predecessors', async () => {
    const head = bytesOf('<meta charset="gb2312"><p>');
    const words = Uint8Array.from([0xce, 0xd2, 0xc3, 0xc7, 0x81, 0x30, 0x84, 0x36]);
    expect(await kind('我们¥', keptIn('a.html', Uint8Array.from([...head, ...words])))).toMatch(/exact|not-found/);
    expect(await kind('我们', keptIn('a.html', Uint8Array.from([...head, ...words.subarray(0, 4)])))).toBe('exact');
  });

  test('is asked for where nothing says it, and never as plain text for a page', async () => {
    const bytes = latin1('<p>\xEC\xFB');
    expect(await extractText(bytes, { file: 'a.html', sha256: '' })).toMatchObject({
      ok: false,
      reason: 'is not in UTF-8 and does not say which encoding it is in',
      hint: expect.stringContaining('mediaType: text/html; charset='),
    });
    const declared = { file: 'a.html', sha256: '', mediaType: 'text/html; charset=windows-1251' };
    expect(await extractText(bytes, declared)).toMatchObject({ ok: true, text: expect.stringContaining('мы') });
  });

  test('of a kind that cannot be read is no matter: what to do is said', async () => {
    const hintOf = async (file: string) => {
      const extracted = await extractText(bytesOf('x'), { file, sha256: '' });
      return extracted.ok ? '' : extracted.hint;
    };
    expect(await hintOf('a.mhtml')).toContain('browser');
    expect(await hintOf('a.docx')).toContain('PDF');
    expect(await hintOf('a.xyz')).toContain('mediaType');
  });
});

test('a page that was made to be slow is refused', async () => {
  const rules = Array.from({ length: 15_000 }, (_, i) => `* .c${i}{display:none}* x{opacity:0}`).join('');
  const extracted = await extractText(bytesOf(`<style>${rules}</style>${'<x>'.repeat(20_000)}`), {
    file: 'a.html',
    sha256: '',
  });
  expect(extracted.ok).toBe(false);
});
