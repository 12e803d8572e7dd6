/** Bytes → brief: its text, its syntax, its shape, its sense; all problems of a layer at once. */
import { type Diagnostic, failure, type Outcome, outcomeOf, placedBy } from '../diagnostics/diagnostic.js';
import { decodeText } from '../syntax/decode.js';
import { MAX_PROBLEMS, type ParsedText, parseText } from '../syntax/parse.js';
import { rangeToShow } from '../syntax/places.js';
import type { Brief, BriefContext, BriefFile, LoadedBrief, Source } from './brief.js';
import { diagnose, placer, unrepeated } from './locate.js';
import { lostText } from './lost-text.js';
import { type PlacedSource, readAnnexes, readSources } from './referenced-files.js';
import { fieldsOf } from './schema-walk.js';
import { checkSense } from './sense/check.js';
import { citationsOf } from './sense/citations.js';
import { byPlace, checkShape } from './shape.js';
import { readSuperseded } from './superseded.js';
import { validateBrief } from './validate.generated.js';

export type { Brief, BriefContext, FileRead, LoadedBrief } from './brief.js';

/** Reads and checks a brief. Never throws, whatever the bytes are. */
export function readBrief(input: Uint8Array | string, context: BriefContext): Outcome<LoadedBrief> {
  const text = decodeText(input, context.file);
  if (!text.ok) return text;
  const parsed = parseText(text.value, context.file, context.format);
  if (!parsed.ok) return parsed;
  const lost = lostText(parsed.value, parsed.value.value);
  const fieldsLost = new Set(lost.map(({ field }) => field));
  // What a comment has left empty is not reported once more for being empty.
  const shape = checkShape(parsed.value, validateBrief).filter(({ field }) => !fieldsLost.has(field));
  const problems = [...lost, ...shape].sort(byPlace).slice(0, MAX_PROBLEMS);
  if (problems.some(({ severity }) => severity === 'error')) return failure(problems);
  const read = checked(parsed.value, context);
  return { ...read, diagnostics: [...problems, ...read.diagnostics].sort(byPlace) };
}

/** Reads what the brief names, and checks the sense of it all. */
function checked(parsed: ParsedText, context: BriefContext): Outcome<LoadedBrief> {
  const file = parsed.value as BriefFile;
  const sources = gatherSources(file, parsed, context);
  const annexes = readAnnexes(file.annexes ?? [], context);
  const { superseded, ...past } = readSuperseded(file, context, readBrief);
  const brief: Brief = { ...file, sources: sources.placed.map(({ source }) => source) };
  const placeOf = placer(parsed, sources.placed);
  const annexBodies = new Map([...annexes.bodies].map(([index, lines]) => [index, lines.text]));
  const fields = fieldsOf(brief);
  const citations = citationsOf(fields, annexBodies);

  // A source that could not be read would be missed by everything that cites it.
  const findings =
    sources.diagnostics.length > 0 ? [] : checkSense({ brief, fields, citations, ownSources: sources.own });
  const diagnostics = [
    ...placedBy(placeOf, [...sources.diagnostics, ...annexes.diagnostics, ...past.diagnostics]),
    ...findings.map((finding) => diagnose(finding, placeOf, parsed.lines, annexes.bodies)),
  ].sort(byPlace);

  const cited = new Set(citations.map(({ id }) => id));
  const used = sources.placed.filter(({ source }, index) => index < sources.own || cited.has(source.id));
  return outcomeOf<LoadedBrief>(
    {
      brief: { ...brief, sources: used.map(({ source }) => source) },
      id: brief.id ?? stemOf(context.file),
      file: context.file,
      text: parsed.lines.text,
      placeOf: placer(parsed, used),
      annexBodies,
      ...(superseded && { superseded }),
    },
    unrepeated(diagnostics).slice(0, MAX_PROBLEMS),
  );
}

interface Sources {
  /** Those that the brief itself lists, then those of files. */
  readonly placed: readonly PlacedSource[];
  readonly own: number;
  readonly diagnostics: readonly Diagnostic[];
}

function gatherSources(file: BriefFile, { mark, lines }: ParsedText, context: BriefContext): Sources {
  const listed = mark.fields?.get('sources') ?? mark;
  const entries = typeof file.sources === 'string' ? [file.sources] : file.sources;
  const isList = typeof file.sources !== 'string';
  const placed = entries.flatMap((entry, index) =>
    typeof entry === 'string'
      ? []
      : [{ source: entry as unknown as Source, mark: listed.items?.[index] ?? listed, lines }],
  );
  const own = placed.length;
  const diagnostics: Diagnostic[] = [];
  entries.forEach((entry, index) => {
    if (typeof entry !== 'string') return;
    const field = isList ? `sources[${index}]` : 'sources';
    const read = readSources(entry, field, placed.length, context);
    const at = lines.place(rangeToShow((isList && listed.items?.[index]) || listed));
    diagnostics.push(...read.diagnostics.map((diagnostic) => ({ place: at, ...diagnostic })));
    if (read.ok) placed.push(...read.value);
  });
  return { placed, own, diagnostics };
}

function stemOf(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.(?:ya?ml|json)$/i, '') || 'brief';
}
