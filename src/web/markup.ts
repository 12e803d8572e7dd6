/**
 * HTML as a value of its own, so that no text can become markup by being forgotten: text goes in through `text` alone.
 * Void elements and what must be escaped: HTML Living Standard, 13.1.2 and 13.3.
 */
export interface Markup {
  readonly html: string;
}

export type Attributes = Readonly<Record<string, string | number | true | undefined>>;
type Child = Markup | readonly Markup[];

/** Blocks begin on lines of their own, so that the source can be read; nothing else in it depends on that. */
const BLOCKS = new Set(
  'html head body header main footer nav section article aside div h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd blockquote figure figcaption table thead tbody tr pre details hr meta title style'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img', 'meta', 'wbr']);

export const NOTHING: Markup = { html: '' };

/** Characters that HTML does not allow, or that show text in another order than it is read in, are left out. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;

const LONE_SURROGATE = /\p{Surrogate}/gu;

export function text(value: string): Markup {
  return { html: escaped(value).replace(/"/g, '&quot;') };
}

function escaped(value: string): string {
  return value
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(FORBIDDEN, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** An element; an attribute that is `undefined` is left out, one that is `true` has no value. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${text(String(value)).html}"`));
  const open = `<${name}${written.join('')}>`;
  const end = BLOCKS.has(name) ? '\n' : '';
  if (VOID.has(name)) return { html: open + end };
  return { html: `${open}${joined(...children).html}</${name}>${end}` };
}

export function joined(...children: readonly Child[]): Markup {
  return {
    html: children
      .flatMap((child) => ('html' in child ? [child] : child))
      .map(({ html }) => html)
      .join(''),
  };
}

/** A style sheet or a drawing of our own making, which holds no text of the brief that is not escaped. */
export function trusted(html: string): Markup {
  return { html };
}
