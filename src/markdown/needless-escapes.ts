import { decodeHTMLStrict } from 'entities';

/** The characters beside a text. */
interface Beside {
  readonly before: string;
  readonly after: string;
}

/**
 * Takes back escapes that can do nothing where they stand, so that a memo reads well raw.
 * @param alone characters that the whole block has once, so that they pair with nothing
 */
export function lighten(markdown: string, { before, after }: Beside, alone = ''): string {
  const light = withPlainAmpersands(markdown)
    // An underscore between letters never opens or closes emphasis.
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    // Nor does an asterisk between blanks.
    .replace(/(?<=[^\s\\] )\\\*(?= )/g, '*')
    // A heading has a blank after its marks.
    .replace(/^\\#(?=[^\s#])/, '#')
    // Mathematics and struck words need two marks.
    .replace(/(?<!\\)\\([$~])(?!~)/g, (escaped, mark: string) => (alone.includes(mark) ? mark : escaped));
  return light.replace(/\\\[([^[\]@`]+)\]/g, (escaped, content: string, at: number) => {
    const end = at + escaped.length;
    const isText = isBracketedText(content, light[at - 1] ?? before.at(-1) ?? '', light[end] ?? after[0] ?? '');
    return isText ? `[${content}]` : escaped;
  });
}

/** An ampersand begins a reference only with a known name and a semicolon after it: `Q&A`, `R&D;`. */
export function withPlainAmpersands(markdown: string): string {
  return markdown.replace(/(?<!\\)\\&(#?[A-Za-z0-9]+;)?/g, (escaped, name: string | undefined) =>
    name !== undefined && decodeHTMLStrict(`&${name}`) !== `&${name}` ? escaped : `&${name ?? ''}`,
  );
}

/**
 * Brackets are text where no address follows, since a memo defines no link labels: `[the President] said`, `[…]`. Boxes,
 * alerts and notes begin with brackets of their own kind.
 */
function isBracketedText(content: string, before: string, after: string): boolean {
  if (/[\\!\]]/.test(before) || /[[(:\\]/.test(after)) return false;
  return !/^[\^!]|^\\|^[ xX]$|\\$/.test(content);
}
