import sax from 'sax';

export interface SvgElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (SvgElement | string)[];
}

/** More elements than a figure needs, by far. */
const MOST_ELEMENTS = 20_000;

/** Reads SVG as XML, strictly. The answer is its root, or what is wrong: own entities are refused, they can be bombs. */
export function readSvg(text: string): SvgElement | { readonly wrong: string } {
  const parser = sax.parser(true, { strictEntities: true });
  const open: SvgElement[] = [];
  let root: SvgElement | null = null;
  let wrong: string | null = null;
  let count = 0;
  const fail = (reason: string) => {
    wrong ??= reason;
    throw new StopReading();
  };
  parser.onerror = () => fail('is not well-formed XML');
  parser.ondoctype = (doctype) => {
    if (doctype.includes('[') || /ENTITY/i.test(doctype)) fail('declares entities of its own');
  };
  parser.onopentag = ({ name, attributes }) => {
    if (++count > MOST_ELEMENTS) fail(`has more than ${MOST_ELEMENTS} elements`);
    const element: SvgElement = { name: localName(name), attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = (value) => open.at(-1)?.children.push(value);
  parser.oncdata = (value) => open.at(-1)?.children.push(value);
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof StopReading)) throw error;
  }
  if (wrong !== null) return { wrong };
  return root ?? { wrong: 'has no content' };
}

/** Ends the reading from inside one of the parser's calls. */
class StopReading extends Error {}

/** `svg:rect` is a `rect`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The tree as XML again. */
export function writeSvg(element: SvgElement): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const inner = element.children.map((child) => (typeof child === 'string' ? escaped(child) : writeSvg(child)));
  const start = `<${element.name}${attributes.join('')}`;
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</${element.name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
