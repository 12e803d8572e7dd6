/** Bytes → brief: its text, its syntax, its shape, its sense; all problems of a layer at once. */
import { failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { Brief, BriefContext, LoadedBrief } from './brief.js';
import { decodeText } from './decode.js';
import { markAt, rangeToShow, stepsOf } from './places.js';
import { checkShape } from './shape.js';
import { MAX_PROBLEMS, type ParsedText, parseText } from './syntax.js';
import { validateBrief } from './validate.generated.js';

export type { Brief, BriefContext, FileRead, LoadedBrief } from './brief.js';

/** Reads and checks a brief. Never throws, whatever the bytes are. */
export function readBrief(input: Uint8Array | string, context: BriefContext): Outcome<LoadedBrief> {
  const text = decodeText(input, context.file);
  if (!text.ok) return text;
  const parsed = parseText(text.value, context.file, context.format);
  if (!parsed.ok) return parsed;
  const shape = checkShape(parsed.value, validateBrief);
  if (shape.length > 0) return failure(shape.slice(0, MAX_PROBLEMS));
  return outcomeOf(loaded(parsed.value, context), []);
}

function loaded({ value, mark, lines }: ParsedText, context: BriefContext): LoadedBrief {
  const brief = value as Brief;
  return {
    brief,
    id: brief.id ?? stemOf(context.file),
    file: context.file,
    text: lines.text,
    placeOf: (field) => lines.place(rangeToShow(markAt(mark, stepsOf(field)).mark)),
    annexBodies: new Map(),
  };
}

function stemOf(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.(?:ya?ml|json)$/i, '') || 'brief';
}
