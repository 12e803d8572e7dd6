import { expect, it } from 'vitest';
import { readSvgFile } from '../../../../src/layout/pictures/svg/svg.js';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';

/** The ways of writing that programs have, each with what must be in the picture, and what must not. */
const EXPORTS: Readonly<Record<string, readonly [file: string, has: RegExp, not: RegExp]>> = {
  'a plotting library': [
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg ${XLINK} ${SVG} width="100pt" height="80pt" viewBox="0 0 100 80"><metadata><r:RDF xmlns:r="http://rdf"/></metadata>
<defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
<defs><path id="m" d="M 0 0 L 0 3.5" style="stroke: #000000; stroke-width: 0.8"/></defs>
<use xlink:href="#m" x="20" y="40"/><path clip-path="url(#p)" d="M 10 10 L 90 70" style="fill: none; stroke: #1f77b4"/>
<defs><clipPath id="p"><rect width="90" height="70"/></clipPath></defs></svg>`,
    /<path d="M 10 10 L 90 70"[^>]*stroke="#1f77b4"/,
    /RDF|style/,
  ],
  'a diagram editor': [
    `<svg ${SVG} ${XLINK} style="background: transparent; color-scheme: light dark;" width="121px" height="61px">
<rect width="120" height="60" fill="#000" style="fill: light-dark(rgb(218, 232, 252), rgb(29, 41, 59));"/><switch>
<foreignObject requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"><div xmlns="http://www.w3.org/1999/xhtml">A</div></foreignObject>
<text x="60" y="34">Box</text></switch><switch><g requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"/>
<a xlink:href="https://example.org"><text>cannot display</text></a></switch></svg>`,
    /fill="#dae8fc"[\s\S]*Box/,
    /cannot display|example|div/,
  ],
  'a drawing program': [
    `<svg id="Layer_1" data-name="Layer 1" ${SVG} viewBox="0 0 100 50"><defs><style>.cls-1,.cls-2{fill:none;}.cls-2{stroke:#231f20;
stroke-miterlimit:10;}.cls-4{font-size:12px;font-family:MyriadPro-Regular, Myriad Pro;}</style></defs>
<circle class="cls-2" cx="25" cy="25" r="20"/><text class="cls-4" transform="translate(10 40)">Export</text></svg>`,
    /<circle [^>]*fill="none" stroke="#231f20" stroke-miterlimit="10"/,
    /cls|Myriad|Layer 1/,
  ],
  'a statistics program': [
    `<svg ${SVG} width='200pt' height='100pt' viewBox='0 0 200 100'><g class='s'><defs><style type='text/css'><![CDATA[
 .s line, .s circle { fill: none; stroke: #000000; stroke-linecap: round; } .s text { white-space: pre; } ]]></style></defs>
<circle cx='50' cy='50' r='2' style='stroke-width: 0.71; fill: #F8766D;' /><text textLength='19.57px'>3.5 a</text></g></svg>`,
    /<circle [^>]*fill="#f8766d" stroke="#000000"/,
    /CDATA|style/,
  ],
  'an office program': [
    `<svg ${SVG} xmlns:ooo="http://xml.openoffice.org/svg/export" width="100mm" height="50mm" viewBox="0 0 9 5" xml:space="preserve">
<defs><g ooo:slide="id1"/></defs><text><tspan x="1" font-family="Liberation Sans" font-size="635px">Hello</tspan></text></svg>`,
    /<tspan x="1" font-size="635px">Hello/,
    /ooo|Liberation/,
  ],
};

it.each(Object.entries(EXPORTS))('reads what %s writes', (_, [text, has, not]) => {
  const file = readSvgFile(new TextEncoder().encode(text), 'Source Sans 3');
  expect(file).toMatchObject({ kind: 'svg' });
  if (file.kind !== 'svg') return;
  expect(file.text).toMatch(has);
  expect(file.text).not.toMatch(not);
});
