import type { Place } from '../../diagnostics/diagnostic.js';
import { type Program, visitContent } from './engine.js';

/**
 * Every directive that a template opens carries the place where it does, so that what is wrong with the template's
 * output can be reported at the line that printed it. No directive has this attribute once the tree is filled.
 */
export const OPENED_AT = 'opened-at';

const OPENING = /^([ \t>]*:{2,}[A-Za-z][\w-]*)(\{)?/gm;

/** Writes its place into each directive of a parsed template. */
export function placeDirectives(file: string, program: Program): void {
  visitContent(program, (content) => {
    const original = String(content.original);
    const lines = [...original.matchAll(OPENING)].map(({ index }) => ({
      line: content.loc.start.line + original.slice(0, index).split('\n').length - 1,
      startsLine: original.slice(0, index).includes('\n') || content.loc.start.column === 0,
    }));
    let next = 0;
    // `value` is what is printed: `original` without the line ends that Handlebars removes around its tags.
    content.value = content.value.replace(OPENING, (whole, opening: string, brace: string | undefined) => {
      const { line, startsLine } = lines[next++] ?? { line: 1, startsLine: false };
      if (!startsLine) return whole;
      const attribute = `${OPENED_AT}="${line} ${file.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
      return brace === undefined ? `${opening}{${attribute}}` : `${opening}{${attribute} `;
    });
  });
}

/** Where a directive was opened; null for one that no template has opened. */
export function openedAt(attributes: Readonly<Record<string, string>>, nameOf: (file: string) => string): Place | null {
  const [, line, written] = /^(\d+) (.+)$/s.exec(attributes[OPENED_AT] ?? '') ?? [];
  if (line === undefined || written === undefined) return null;
  const file = nameOf(written);
  return { file, line: Number(line), column: 1, endLine: Number(line), endColumn: 2 };
}
