import { cleanText } from '../../text/clean-text.js';
import { LARGEST_SIDE, LARGEST_SVG, LARGEST_SVG_WITH_BITMAPS } from '../limits.js';
import { type SvgFile, tooLarge, type UnfitFile, unfit } from '../picture-file.js';
import { drawable } from './drawable.js';
import { referenceProblem } from './references.js';
import { sizeOf, viewBoxOf } from './size.js';
import { readSvg, type SvgElement, writeSvg } from './tree.js';
import { withoutUnseen } from './unseen-parts.js';

const HINT = 'Export it as plain SVG (shapes and text alone), or as PNG.';

/**
 * An SVG reduced to what the page setter draws: style sheets are resolved into attributes, colours have one
 * form, text is in `family`, bitmaps are separate. A picture that would not be drawn as it looks is refused, with
 * everything that cannot be drawn. Standard: SVG 1.1, with the colours and styles of CSS.
 */
export function readSvgFile(bytes: Uint8Array, family: string): SvgFile | UnfitFile {
  if (bytes.length > LARGEST_SVG_WITH_BITMAPS) return tooLarge('has more than 32 MB');
  const text = decoded(bytes);
  if (text === null) return unfit('is not in UTF-8');
  if (withoutBitmaps(text) > LARGEST_SVG) return tooLarge('has more than 2 MB of drawing');
  const read = readSvg(text);
  if ('wrong' in read) return unfit(read.wrong);
  if (read.name !== 'svg') return unfit('is not an SVG');
  const { root: drawn, problems, bitmaps } = drawable(read, cleanText);
  if (problems.length > 0) return unfit(`has ${listed(problems)}`, HINT);
  const root = drawn && withoutUnseen(drawn);
  if (root === null) return unfit('has nothing in it that can be drawn', HINT);
  const problem = referenceProblem(root);
  if (problem !== null) return unfit(problem);
  const size = sizeOf(root);
  if (size === null) return unfit('has no size that could be drawn');
  if (Math.max(size.width, size.height) > LARGEST_SIDE) return tooLarge('is larger than any paper');
  return { kind: 'svg', text: turned(writeSvg(asRoot(root, size, family))), ...size, bitmaps };
}

/** At most three: enough for whoever exports the picture again. */
function listed(problems: readonly string[]): string {
  const shown = problems.slice(0, 3);
  if (problems.length > shown.length) return `${shown.join(', ')} and more that cannot be drawn`;
  const last = shown.pop() ?? '';
  return `${shown.length === 0 ? last : `${shown.join(', ')} and ${last}`}, which cannot be drawn`;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withoutBitmaps(text: string): number {
  let length = text.length;
  for (const [url] of text.matchAll(/data:image\/[^"']*/g)) length -= url.length;
  return length;
}

/** Arrow heads at line ends are turned like any others; quotation marks in text are escaped. */
function turned(text: string): string {
  return text.replaceAll(' orient="auto-start-reverse"', ' orient="auto"');
}

function asRoot(root: SvgElement, size: { width: number; height: number }, family: string): SvgElement {
  const box = viewBoxOf(root) ?? [0, 0, size.width / 0.75, size.height / 0.75];
  const attributes = {
    ...root.attributes,
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: box.join(' '),
    width: String(size.width),
    height: String(size.height),
    'font-family': family,
    // The default of `currentColor`; without it the page setter would draw nothing.
    color: root.attributes.color ?? '#000000',
  };
  return { ...root, attributes };
}
