/** Findings and fields → places in the brief's file, or in the file that a source or an annex came from. */
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import type { ParsedText } from '../syntax/parse.js';
import { type LineIndex, markAt, type Range, rangeToShow, stepsOf } from '../syntax/places.js';
import type { PlacedSource } from './chosen-sources.js';
import type { Finding } from './sense/finding.js';

export type PlaceOf = (field: string) => Place;

/** Finds the places of fields: those of a source that came from a library are in it, or in what the brief adds to it. */
export function placer({ mark, lines }: ParsedText, sources: readonly PlacedSource[]): PlaceOf {
  return (field) => {
    const steps = stepsOf(field);
    const source = steps[0] === 'sources' && typeof steps[1] === 'number' ? sources[steps[1]] : undefined;
    if (source) {
      const { addition } = source;
      const at = addition?.mark.fields?.has(String(steps[2])) ? addition : source;
      return at.lines.place(rangeToShow(markAt(at.mark, steps.slice(2)).mark));
    }
    return lines.place(rangeToShow(markAt(mark, steps).mark));
  };
}

/** A finding with its place: that of its words, where the file of its field holds them. */
export function diagnose(
  { words, annex, ...found }: Finding,
  placeOf: PlaceOf,
  lines: LineIndex,
  annexes: ReadonlyMap<number, LineIndex>,
): Diagnostic {
  const annexLines = annex === undefined ? undefined : annexes.get(annex);
  const place = annexLines
    ? annexLines.place(rangeOfWords(words, annexLines.text, [0, annexLines.text.length]))
    : pointAt(words, placeOf(found.field ?? ''), lines);
  return { ...found, place };
}

/** The words themselves, where the field's text in the file holds them; a text with escapes may not. */
function pointAt(words: string | undefined, place: Place, lines: LineIndex): Place {
  if (words === undefined || place.file !== lines.file) return place;
  const range: Range = [lines.offset(place.line, place.column), lines.offset(place.endLine, place.endColumn)];
  return lines.place(rangeOfWords(words, lines.text, range));
}

/** Where the words are in a range, as whole words: `@press` is not in `@press-2`. */
function rangeOfWords(words: string | undefined, text: string, [start, end]: Range): Range {
  if (words === undefined) return [start, end];
  for (let at = text.indexOf(words, start); at !== -1 && at + words.length <= end; at = text.indexOf(words, at + 1)) {
    const isWhole = !/[\p{L}\p{N}_-]/u.test(`${text[at - 1] ?? ''}${text[at + words.length] ?? ''}`);
    if (isWhole) return [at, at + words.length];
  }
  return [start, end];
}

/** A passage that is repeated by an alias is one mistake. */
export function unrepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, place, message }) => {
    const key = JSON.stringify([code, place, message.replace(/`[^`]*`/, '')]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
