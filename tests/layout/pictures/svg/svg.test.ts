import { describe, expect, it } from 'vitest';
import { readSvgFile } from '../../../../src/layout/pictures/svg/svg.js';
import { readSvg, type SvgElement, visitSvg } from '../../../../src/layout/pictures/svg/tree.js';
import { jpeg, png, svg } from '../../files.js';

const read = (inner: string, attributes?: string) => readSvgFile(svg(inner, attributes), 'Source Sans 3');
const RECT = '<rect width="1" height="1"/>';

function textOf(inner: string, attributes?: string): string {
  const file = read(inner, attributes);
  if (file.kind !== 'svg') throw new Error(file.why);
  return file.text;
}

function whyNot(inner: string, attributes?: string): string | null {
  const file = read(inner, attributes);
  return file.kind === 'svg' ? null : file.why;
}

/** The attributes of the first element of a name. */
function attributesOf(name: string, inner: string, attributes?: string): Readonly<Record<string, string>> {
  const root = readSvg(textOf(inner, attributes));
  if ('wrong' in root) throw new Error(root.wrong);
  const found: SvgElement[] = [];
  visitSvg(root, (element) => {
    if (element.name === name) found.push(element);
  });
  return found[0]?.attributes ?? {};
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('an SVG that is read has no', () => {
  it.each([
    ['event handler', '<rect onclick="a()" width="1" height="1"/>', /onclick|a\(\)/i],
    ['link', '<a href="https://a.b"><rect width="1" height="1"/></a>', /<a|https:\/\/a/],
    ['font of its own', '<text font-family="Comic Sans" style="font-family:Arial;fill:red">x</text>', /Comic|Arial/],
    ['metadata', `${RECT}<metadata>secret</metadata><title>secret</title><desc>secret</desc>`, /secret/],
    ['comment or instruction', `${RECT}<!-- secret --><?secret x?>`, /secret/],
    ['soft hyphen in its text', '<text>soft\u00adhyphen</text>', /\u00ad/],
    ['part of an editor', `<i:pgf xmlns:i="https://ai"><rect id="secret"/></i:pgf>${RECT}`, /secret/],
    [
      'part that is not displayed',
      `${RECT}<text display="none">secret</text><g style="display:none"><text>secret</text></g>`,
      /secret/,
    ],
    ['part that is wholly transparent', `${RECT}<text opacity="0">secret</text>`, /secret/],
    ['name that nothing refers to', `<g id="secret">${RECT}</g>`, /secret/],
    ['names of people', `<g data-author="secret" inkscape:label="secret" xmlns:inkscape="x">${RECT}</g>`, /secret/],
  ])('%s', (_, inner, forbidden) => {
    expect(textOf(inner)).not.toMatch(forbidden);
  });
});

describe('an SVG that is read keeps', () => {
  it('its drawing, text, gradients and transforms', () => {
    const inner =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#ff0000"/></linearGradient></defs>' +
      '<g transform="translate(1 2)"><rect width="9" height="9" fill="url(#g)"/></g><text x="1">A &amp; B &lt; C<tspan>d</tspan></text>';
    expect(textOf(inner)).toContain(inner);
  });

  it('uses of its own parts', () => {
    const inner = '<defs><g id="a"><path d="M0 0"/></g></defs><use xlink:href="#a"/>';
    expect(textOf(inner, 'xmlns:xlink="http://www.w3.org/1999/xlink"')).toContain('<use href="#a"/>');
  });

  it('its text in our font', () => {
    expect(textOf('<text>x</text>')).toMatch(/^<svg [^>]*font-family="Source Sans 3"/);
  });

  it('names with a prefix', () => {
    const bytes = new TextEncoder().encode(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9" height="9"><s:rect width="1" height="1"/></s:svg>',
    );
    expect(readSvgFile(bytes, 'x')).toMatchObject({ kind: 'svg', text: expect.stringContaining('<rect ') });
  });
});

describe('colours', () => {
  it.each([
    ['Red', '#ff0000'],
    ['SteelBlue', '#4682b4'],
    ['#ABC', '#aabbcc'],
    ['#1b6ca880', 'rgba(27,108,168,0.5)'],
    ['#1b6ca801', 'rgba(27,108,168,0.004)'],
    ['color(display-p3 1 0 0)', '#ff0000'],
    ['oklch(70% 0 0)', '#9e9e9e'],
    ['#abc8', 'rgba(170,187,204,0.533)'],
    ['hsl(120,50%,50%)', '#40bf40'],
    ['HSL(120deg 50% 50% / 30%)', 'rgba(64,191,64,0.3)'],
    ['rgb(10% 20% 90% / 50%)', 'rgba(26,51,230,0.5)'],
    ['transparent', 'rgba(0,0,0,0)'],
    ['light-dark(#ffffff, var(--dark, #121212))', '#ffffff'],
    ['currentcolor', 'currentColor'],
    ['None', 'none'],
  ])('%s', (given, drawn) => {
    expect(attributesOf('rect', `<circle r="1"/><rect width="1" height="1" fill="${given}"/>`).fill).toBe(drawn);
    expect(attributesOf('rect', `<circle r="1"/><rect width="1" height="1" style="fill: ${given}"/>`).fill).toBe(drawn);
  });

  it.each(['context-fill', 'CanvasText', 'color-mix(in srgb, red, blue)', 'var(--nothing)', 'blurple', 'url(a.svg#b)'])(
    'that are not known are an error: %s',
    (given) => {
      expect(whyNot(`<rect width="1" height="1" fill="${given}"/>`)).toMatch(/cannot be drawn/);
    },
  );
});

it('gives the current colour a value where the picture does not', () => {
  const icon = '<path d="M0 0L9 9" fill="none" stroke="currentColor"/>';
  expect(attributesOf('svg', icon).color).toBe('#000000');
  expect(attributesOf('svg', icon, 'width="9" height="9" color="Teal"').color).toBe('#008080');
});

describe('style sheets', () => {
  const styled = (css: string, shape = '<rect id="one" class="a b" width="1" height="1"/>', around = '') =>
    attributesOf('rect', `<defs><style>${css}</style></defs><g ${around}>${shape}</g>`);

  it.each([
    ['classes', '.a{fill:#00ff00}'],
    ['elements', 'rect { fill: #00ff00 }'],
    ['ids', '#one{fill:#00ff00}'],
    ['all at once', 'rect.a.b#one{fill:#00ff00;}'],
    ['lists', 'circle, rect , .x{fill:#00ff00}'],
    ['what they stand in', 'svg g rect{fill:#00ff00}'],
    ['their parents', 'svg > g > rect{fill:#00ff00}'],
    ['the root', ':root rect{fill:#00ff00}'],
    ['attributes', '[id="one"]{fill:#00ff00}'],
    ['everything', '*{fill:#00ff00}'],
    ['print', '@media print{rect{fill:#00ff00}}'],
    ['a sheet with comments', '/* } */ rect{/* fill:red; */fill:#00ff00}'],
    ['a sheet with fonts', '@font-face{font-family:x;src:url(x)} rect{fill:#00ff00}'],
    ['variables', ':root{--c:#00ff00} rect{fill:var(--c)}'],
    ['variables with something in their place', 'rect{fill:var(--c, var(--d, #00ff00))}'],
    ['the more exact rule', '.a{fill:#00ff00} rect{fill:red}'],
    ['the later rule', '.a{fill:red} .b{fill:#00ff00}'],
    ['the important rule', 'rect{fill:#00ff00 !important} #one{fill:red}'],
    ['light, not dark', 'rect{fill:#00ff00}@media (prefers-color-scheme: dark){rect{fill:red}}'],
    ['no hovering', 'rect{fill:#00ff00} rect:hover{fill:red}'],
  ])('by %s', (_, css) => {
    expect(styled(css).fill).toBe('#00ff00');
  });

  it('count for more than attributes, and less than style attributes', () => {
    expect(styled('rect{fill:#00ff00}', '<rect width="1" height="1" fill="red"/>').fill).toBe('#00ff00');
    expect(styled('rect{fill:red}', '<rect width="1" height="1" style="fill:#00ff00"/>').fill).toBe('#00ff00');
  });

  it('hand variables on', () => {
    expect(styled('rect{fill:var(--c)}', undefined, 'style="--c:#00ff00"').fill).toBe('#00ff00');
  });

  it('may give shapes their size', () => {
    expect(styled('rect{width:30px;rx:2}')).toMatchObject({ width: '30px', rx: '2' });
  });

  it('may say a font in one word', () => {
    const [font] = [attributesOf('text', '<style>text{font:italic bold 12px/1.2 Arial}</style><text>x</text>')];
    expect(font).toEqual({ 'font-size': '12px', 'font-weight': 'bold', 'font-style': 'italic' });
  });

  it('change the letters', () => {
    expect(textOf('<style>.u{text-transform:uppercase}</style><g class="u"><text>exports</text></g>')).toContain(
      'EXPORTS',
    );
  });

  it('paint the ground', () => {
    expect(attributesOf('rect', '<circle r="3"/>', 'width="9" height="9" style="background:#eeeeee"').fill).toBe(
      '#eeeeee',
    );
    expect(attributesOf('rect', '<circle r="3"/>', 'width="9" height="9" style="background:white"')).toEqual({});
  });

  it.each([
    ['@import url(x.css);', /another file/],
    ['@media (max-width: 3px){rect{fill:red}}', /@media/],
    ['rect:nth-child(2){fill:red}', /nth-child/],
    ['rect + rect{fill:red}', /selector/],
    ['.a\\:b{fill:red}', /escaped/],
  ])('that are not understood are an error: %s', (css, why) => {
    expect(whyNot(`<style>${css}</style>${RECT}`)).toMatch(why);
  });
});

describe('what would be drawn otherwise is an error', () => {
  it.each([
    ['a script', `<script>draw()</script>${RECT}`, /a script/],
    ['a script at the start', RECT, /a script/, 'width="9" height="9" onload="draw()"'],
    ['HTML', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', /HTML/],
    ['a filter', '<filter id="f"/><rect filter="url(#f)" width="1" height="1"/>', /filter effects/],
    ['a filter of a style', '<rect style="filter:blur(2px)" width="1" height="1"/>', /filter effects/],
    ['movement', '<rect width="1" height="1"><animate attributeName="x" to="9"/></rect>', /movement/],
    ['text on a path', '<path id="p" d="M0 0"/><text><textPath href="#p">x</textPath></text>', /text on a path/],
    ['a picture in another file', '<image href="https://a.b/c.png" width="9" height="9"/>', /another file/],
    ['a file', '<image href="file:///etc/passwd" width="9" height="9"/>', /another file/],
    ['parts of another file', `<use href="b.svg#x"/>${RECT}`, /another file/],
    ['an SVG inside it', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', /an SVG inside/],
    ['a broken bitmap', '<image href="data:image/png;base64,iVBORw0KGgo="/>', /damaged PNG/],
    ['blended colours', '<rect style="mix-blend-mode:multiply" width="1" height="1"/>', /blended/],
    ['another origin', '<rect width="1" height="1" transform="rotate(3)" style="transform-origin:center"/>', /origin/],
    ['vertical text', '<text writing-mode="tb">x</text>', /vertical/],
    ['lengths of the window', '<rect width="50vw" height="1"/>', /50vw/],
    ['sums', '<rect width="calc(1px + 2%)" height="1"/>', /calc/],
    ['what it does not have', '<use href="#nowhere"/>', /“nowhere”/],
    ['a paint that it does not have', '<rect fill="url(#g)" width="1" height="1"/>', /“g”/],
    ['CSS shapes', '<rect style="clip-path:circle(3px)" width="1" height="1"/>', /circle/],
    ['signs of a font', '<text font-family="Wingdings">a</text>', /signs/],
    ['unknown elements', `<blink/>${RECT}`, /<blink>/],
    ['nothing', '', /nothing in it/],
    ['nothing but definitions', `<defs>${RECT}</defs><metadata/>`, /nothing in it/],
    ['nothing but what has no paint', '<rect width="1" height="1" fill="none"/>', /nothing in it/],
    [
      'nothing but what is transparent',
      '<rect width="1" height="1" fill="transparent" stroke="#0000"/>',
      /nothing in it/,
    ],
    ['nothing but what inherits none', '<g fill="none"><path d="M0 0h9"/></g>', /nothing in it/],
    ['nothing but what has no size', '<rect width="0" height="1"/><circle r="0"/><line x2="9"/>', /nothing in it/],
    [
      'nothing but invisible things',
      '<rect width="1" height="1" visibility="hidden"/><text opacity="0">x</text>',
      /nothing in it/,
    ],
    ['nothing but a text without letters', '<text> </text>', /nothing in it/],
    ['rules within rules', `<style>g{rect{fill:red}}</style><g>${RECT}</g>`, /rules within rules/],
    ['nothing but what is hidden', '<g display="none"><circle r="2"/></g>', /nothing in it/],
  ])('%s', (_, inner, why, attributes?: string) => {
    expect(whyNot(inner, attributes)).toMatch(why);
  });

  it('all at once', () => {
    const inner = '<foreignObject/><script/><text><textPath/></text><set/>';
    expect(whyNot(inner)).toBe('has HTML, a script, text on a path and more that cannot be drawn');
  });
});

describe('a choice', () => {
  it('takes what can be drawn', () => {
    const inner =
      '<switch><foreignObject><p xmlns="x">HTML</p></foreignObject><text>drawn</text><text>too</text></switch>';
    expect(textOf(inner)).toContain('<g><text>drawn</text></g>');
  });

  it('takes the text of no language in particular', () => {
    const inner = '<switch><text systemLanguage="de">Ausfuhr</text><text>Exports</text></switch>';
    expect(textOf(inner)).toContain('<g><text>Exports</text></g>');
  });
});

describe('bitmaps', () => {
  const image = (bytes: Uint8Array, type = 'png') =>
    `<image width="9" height="9" href="data:image/${type};base64,${base64(bytes)}"/>`;

  it('stand beside the drawing, each once', () => {
    const one = image(png({ width: 3, height: 3 }));
    const file = read(`${one}${one}${image(jpeg({ width: 4, height: 4 }), 'jpeg')}`);
    if (file.kind !== 'svg') throw new Error(file.why);
    expect(Object.values(file.bitmaps)).toMatchObject([
      { kind: 'raster', width: 3 },
      { kind: 'jpeg', width: 4 },
    ]);
    expect(file.text.match(/href="[^"]*"/g)).toEqual(['href="bitmap-1"', 'href="bitmap-1"', 'href="bitmap-2"']);
  });

  it('on their side are an error', () => {
    expect(whyNot(image(jpeg({ width: 4, height: 4, orientation: 6 }), 'jpeg'))).toMatch(/not upright/);
  });
});

it('turns arrow heads at the end of a line', () => {
  const inner = '<marker id="m" orient="auto-start-reverse"/><path d="M0 0L9 9" marker-end="url(#m)"/>';
  expect(attributesOf('marker', inner).orient).toBe('auto');
});

describe('outlines under their filling', () => {
  it('are drawn first', () => {
    const inner = '<text x="3" stroke="#ffffff" fill="#000000" paint-order="stroke">x</text>';
    expect(textOf(inner)).toContain(
      '<g><text x="3" stroke="#ffffff" fill="none">x</text><text x="3" stroke="none" fill="#000000">x</text></g>',
    );
  });
});

describe('transformations of CSS', () => {
  it.each([
    ['translate(10px, 20px) rotate(0.5turn)', 'translate(10 20) rotate(180)'],
    ['translateX(3px)', 'translate(3 0)'],
    ['none', undefined],
  ])('%s', (given, drawn) => {
    expect(attributesOf('g', `<g style="transform: ${given}">${RECT}</g>`).transform).toBe(drawn);
  });

  it.each(['translate(50%)', 'rotate3d(1,1,1,3deg)', 'scale()', 'matrix(1 0 0 1)'])('not understood: %s', (given) => {
    expect(whyNot(`<g style="transform: ${given}">${RECT}</g>`)).toMatch(/transform/);
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
    ['whose paint is in a circle', `${RECT}<pattern id="p"><rect fill="url(#p)"/></pattern>`, /refer to themselves/],
    ['whose gradient is its own', `${RECT}<linearGradient id="p" href="#p"/>`, /refer to themselves/],
    ['with groups too deep', `${'<g>'.repeat(25)}${RECT}${'</g>'.repeat(25)}`, /20 deep/],
    ['with groups far too deep', `${RECT}${'<g>'.repeat(500)}${'</g>'.repeat(500)}`, /too deep/],
    ['with too many elements', '<g/>'.repeat(20_001), /20000 elements/],
    ['with numbers beyond any paper', '<path d="M0 0L1e300 3"/>', /cannot be drawn/],
    [
      'with an arrow head turned round',
      '<marker id="m" orient="auto-start-reverse"/><path d="M0 0L9 9" marker-start="url(#m)"/>',
      /turned round/,
    ],
  ])('%s', (_, inner, why) => {
    expect(whyNot(inner)).toMatch(why);
  });

  it('that multiplies itself', () => {
    const levels = Array.from({ length: 8 }, (_, level) => {
      const uses = level === 0 ? RECT : `<use href="#l${level - 1}"/>`.repeat(10);
      return `<g id="l${level}">${uses}</g>`;
    });
    expect(whyNot(levels.join(''))).toMatch(/repeating its parts/);
  });

  it('with entities of its own', () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="x"><text>&b;</text></svg>';
    expect(readSvgFile(new TextEncoder().encode(bomb), 'x')).toMatchObject({ why: 'declares entities of its own' });
    expect(whyNot('<text>&unknown;</text>')).toMatch(/well-formed/);
  });

  it('that is something else, too large, or in another encoding', () => {
    const unfit = (bytes: Uint8Array) => readSvgFile(bytes, 'x');
    expect(unfit(new TextEncoder().encode('<html/>'))).toMatchObject({ kind: 'unfit' });
    expect(unfit(new TextEncoder().encode(''))).toMatchObject({ kind: 'unfit' });
    expect(unfit(new Uint8Array([0xff, 0xfe, 0x3c, 0]))).toMatchObject({ why: 'is not in UTF-8' });
    expect(unfit(new Uint8Array(3_000_000))).toMatchObject({ code: 'image-too-large' });
    expect(unfit(new Uint8Array(40_000_000))).toMatchObject({ code: 'image-too-large' });
    expect(read(RECT, 'width="1e6" height="1"')).toMatchObject({ code: 'image-too-large' });
    expect(read(RECT, 'width="-5" height="0" viewBox="0 0 0 0"')).toMatchObject({ kind: 'svg', width: 225 });
  });
});

describe('the size of an SVG', () => {
  it.each([
    ['width="96" height="48"', 72, 36],
    ['width="1in" height="2.54cm"', 72, 72],
    ['width="100%" height="100%" viewBox="0 0 40 20"', 30, 15],
    ['viewBox="0,0,40,20"', 30, 15],
    ['width="80" viewBox="0 0 40 20"', 60, 30],
    ['style="width:96px;height:48px"', 72, 36],
    ['', 225, 112.5],
  ])('%s', (attributes, width, height) => {
    const file = read(RECT, attributes);
    if (file.kind !== 'svg') throw new Error(JSON.stringify(file));
    expect(file.width).toBeCloseTo(width, 5);
    expect(file.height).toBeCloseTo(height, 5);
  });
});
