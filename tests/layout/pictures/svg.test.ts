import { describe, expect, it } from 'vitest';
import { cleanSvg } from '../../../src/layout/pictures/svg.js';
import { svg } from '../files.js';

const clean = (inner: string, attributes?: string) => cleanSvg(svg(inner, attributes), 'Source Sans 3');
const textOf = (inner: string, attributes?: string) => {
  const outcome = clean(inner, attributes);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.text;
};
const whyNot = (inner: string, attributes?: string) => {
  const outcome = clean(inner, attributes);
  return outcome.ok ? null : outcome.why;
};

describe('a cleaned SVG has no', () => {
  it.each([
    ['script', '<script>alert(1)</script>', /script|alert/],
    ['event handler', '<rect onclick="a()" ONLOAD="a()" width="1" height="1"/>', /onclick|onload|a\(\)/i],
    ['link', '<a href="https://a.b"><rect width="1" height="1"/></a>', /<a|https:\/\/a/],
    ['foreign content', '<foreignObject><p>hello</p></foreignObject>', /foreign|hello/],
    ['outside picture', '<image href="https://a.b/c.png" width="9" height="9"/>', /image|a\.b/],
    ['file', '<image xlink:href="file:///etc/passwd" xmlns:xlink="http://www.w3.org/1999/xlink"/>', /passwd/],
    ['use of another file', '<use href="b.svg#x"/>', /b\.svg/],
    ['outside paint', '<rect fill="url(https://a.b/c#d)" width="1" height="1"/>', /a\.b/],
    ['outside style', '<rect style="fill:url( \'//a.b/c\' );stroke:red" width="1" height="1"/>', /a\.b/],
    ['style sheet', '<style>@import url(https://a.b/c.css); text{fill:red}</style>', /import|a\.b/],
    ['escaped address', '<rect style="fill:\\75rl(https://a.b)" width="1" height="1"/>', /a\.b/],
    [
      'animation',
      '<rect width="1" height="1"><set attributeName="href" to="javascript:a()"/></rect>',
      /javascript|set/,
    ],
    ['font of its own', '<text font-family="Comic Sans" style="font-family:Arial;fill:red">x</text>', /Comic|Arial/],
    ['metadata', '<metadata>secret</metadata><title>secret</title><desc>secret</desc>', /secret/],
    ['comment or instruction', '<!-- secret --><?secret x?>', /secret/],
    ['soft hyphen in its text', '<text>soft\u00adhyphen</text>', /\u00ad/],
  ])('%s', (_, inner, forbidden) => {
    expect(textOf(inner)).not.toMatch(forbidden);
  });
});

describe('a cleaned SVG keeps', () => {
  it('its drawing, text, gradients and transforms', () => {
    const inner =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
      '<g transform="translate(1 2)"><rect fill="url(#g)" width="9" height="9"/></g><text x="1">A &amp; B &lt; C<tspan>d</tspan></text>';
    expect(textOf(inner)).toContain(inner);
  });

  it('uses of its own parts', () => {
    expect(textOf('<defs><g id="a"><path d="M0 0"/></g></defs><use xlink:href="#a"/>', 'xmlns:xlink="x"')).toContain(
      '<use href="#a"/>',
    );
  });

  it('its text in our font', () => {
    expect(textOf('<text>x</text>')).toMatch(/^<svg [^>]*font-family="Source Sans 3"/);
  });
});

describe('refused is an SVG', () => {
  it.each([
    ['that is not well-formed', '<g><rect></g>', /well-formed/],
    ['that uses itself', '<g id="a"><use href="#a"/></g>', /refer to themselves/],
    [
      'whose parts use each other',
      '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
      /refer to themselves/,
    ],
    ['whose paint is in a circle', '<pattern id="p"><rect fill="url(#p)"/></pattern>', /refer to themselves/],
    ['whose gradient is its own', '<linearGradient id="p" href="#p"/>', /refer to themselves/],
    ['with groups too deep', '<g>'.repeat(25) + '</g>'.repeat(25), /20 deep/],
    ['with groups far too deep', '<g>'.repeat(5000) + '</g>'.repeat(5000), /20 deep/],
    ['with too many elements', '<g/>'.repeat(20_001), /20000 elements/],
  ])('%s', (_, inner, why) => {
    expect(whyNot(inner)).toMatch(why);
  });

  it('that multiplies itself', () => {
    const levels = Array.from({ length: 8 }, (_, level) => {
      const uses = level === 0 ? '<rect width="1" height="1"/>' : `<use href="#l${level - 1}"/>`.repeat(10);
      return `<g id="l${level}">${uses}</g>`;
    });
    expect(whyNot(levels.join(''))).toMatch(/repeating its parts/);
  });

  it('with entities of its own', () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="x"><text>&b;</text></svg>';
    expect(cleanSvg(new TextEncoder().encode(bomb), 'x')).toMatchObject({
      ok: false,
      why: 'declares entities of its own',
    });
    expect(whyNot('<text>&unknown;</text>')).toMatch(/well-formed/);
  });

  it('that is something else, too large, or in another encoding', () => {
    expect(cleanSvg(new TextEncoder().encode('<html/>'), 'x')).toMatchObject({ ok: false });
    expect(cleanSvg(new TextEncoder().encode(''), 'x')).toMatchObject({ ok: false });
    expect(cleanSvg(new Uint8Array([0xff, 0xfe, 0x3c, 0]), 'x')).toMatchObject({ ok: false, why: 'is not in UTF-8' });
    expect(cleanSvg(new Uint8Array(3_000_000), 'x')).toMatchObject({ ok: false, code: 'image-too-large' });
    expect(clean('', 'width="1e9" height="1"')).toMatchObject({ ok: false, code: 'image-too-large' });
    expect(clean('', 'width="-5" height="NaN" viewBox="0 0 0 0"')).toMatchObject({ ok: true, width: 225 });
  });
});

describe('the size of an SVG', () => {
  it.each([
    ['width="96" height="48"', 72, 36],
    ['width="1in" height="2.54cm"', 72, 72],
    ['width="100%" height="100%" viewBox="0 0 40 20"', 30, 15],
    ['viewBox="0,0,40,20"', 30, 15],
    ['width="80" viewBox="0 0 40 20"', 60, 30],
    ['', 225, 112.5],
  ])('%s', (attributes, width, height) => {
    const outcome = clean('<g/>', attributes);
    expect(outcome).toMatchObject({ ok: true });
    if (outcome.ok) {
      expect(outcome.width).toBeCloseTo(width, 5);
      expect(outcome.height).toBeCloseTo(height, 5);
    }
  });
});

it('says what it left out that could be seen', () => {
  expect(clean('<image href="data:image/png;base64,AA"/><foreignObject/><script/>')).toMatchObject({
    ok: true,
    dropped: ['the HTML inside it', 'the bitmap inside it'],
  });
});
