import sax from 'sax';
import { MOST_ELEMENTS } from '../limits.js';

export interface SvgElement {
  readonly name: string;
  /** Attributes without a namespace; `xlink:href` becomes `href`, and `xml:space` keeps its name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgElement | string)[];
}

interface OpenElement extends SvgElement {
  readonly children: (OpenElement | string)[];
  /** Elements of SVG only: what an editor adds in its own namespace is not drawn. */
  readonly isSvg: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Reads SVG as strict XML. Returns its root, or what is wrong; entity declarations, which can be bombs, are refused. */
export function readSvg(text: string): SvgElement | { readonly wrong: string } {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  const open: OpenElement[] = [];
  let root: SvgElement | null = null;
  let wrong: string | null = null;
  let count = 0;
  const fail = (reason: string) => {
    wrong ??= reason;
    throw new StopReading();
  };
  const addText = (value: string) => open.at(-1)?.children.push(value);
  parser.onerror = () => fail('is not well-formed XML');
  parser.ondoctype = (doctype) => {
    if (doctype.includes('[') || /ENTITY/i.test(doctype)) fail('declares entities of its own');
  };
  parser.onopentag = ({ local, uri, attributes }) => {
    if (++count > MOST_ELEMENTS) fail(`has more than ${MOST_ELEMENTS} elements`);
    const above = open.at(-1);
    const isSvg = (uri === SVG || uri === '') && above?.isSvg !== false;
    const element: OpenElement = { name: local, attributes: attributesOf(attributes), children: [], isSvg };
    if (isSvg) above?.children.push(element);
    if (root === null && isSvg) root = element;
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof StopReading)) throw error;
  }
  if (wrong !== null) return { wrong };
  return root ?? { wrong: 'is not an SVG' };
}

/** Thrown to stop reading from inside a callback of the parser. */
class StopReading extends Error {}

function attributesOf(
  given: Readonly<Record<string, { readonly value: string; readonly prefix: string; readonly local: string }>>,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, { value, prefix, local }] of Object.entries(given)) {
    if (name === 'xlink:href') attributes.href ??= value;
    else if (name === 'xml:space' || prefix === '') attributes[name === 'xml:space' ? name : local] = value;
  }
  return attributes;
}

/** Writes the tree as XML. */
export function writeSvg(element: SvgElement): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const inner = element.children.map((child) => (typeof child === 'string' ? escaped(child) : writeSvg(child)));
  const start = `<${element.name}${attributes.join('')}`;
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</${element.name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Calls `see` with every element, outer before inner, and its ancestors. */
export function visitSvg(
  element: SvgElement,
  see: (element: SvgElement, above: readonly SvgElement[]) => void,
  above: readonly SvgElement[] = [],
): void {
  see(element, above);
  const inner = [...above, element];
  for (const child of element.children) if (typeof child !== 'string') visitSvg(child, see, inner);
}
