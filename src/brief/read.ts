/** Bytes → brief: its text, its syntax, its shape, its sense; all problems of a layer at once. */
import { failure, type Outcome, outcomeOf, placedBy } from '../diagnostics/diagnostic.js';
import { decodeText } from '../syntax/decode.js';
import { MAX_PROBLEMS, type ParsedText, parseText } from '../syntax/parse.js';
import { writeText } from '../syntax/write.js';
import { assign } from './assign.js';
import type { Brief, BriefContext, BriefFile, LoadedBrief } from './brief.js';
import { chooseSources, type Listed, listedIds, listSources, offeredIds } from './chosen-sources.js';
import { withLanguageTags } from './language-fields.js';
import { diagnose, placer, unrepeated } from './locate.js';
import { lostText } from './lost-text.js';
import { otherFile } from './other-files.js';
import { readFigures, withFigurePlaces } from './read-figures.js';
import { readAnnexes, withoutFrontMatter } from './referenced-files.js';
import { fieldsOf } from './schema-walk.js';
import { checkSense } from './sense/check.js';
import { citationsOf } from './sense/citations.js';
import { byPlace, checkShape } from './shape.js';
import { readSuperseded } from './superseded.js';
import { validateBrief } from './validate.generated.js';

export type { Brief, BriefContext, LoadedBrief } from './brief.js';

/** Reads and checks a brief. Never throws, whatever the bytes are. */
export function readBrief(input: Uint8Array | string, context: BriefContext): Outcome<LoadedBrief> {
  return readParsed(parseBrief(input, context), context);
}

/** The values of a brief and their places, before anything is checked. */
export function parseBrief(input: Uint8Array | string, { file, format }: BriefContext): Outcome<ParsedText> {
  const text = decodeText(input, file);
  return text.ok ? parseText(text.value, file, format) : text;
}

/** As `readBrief`, of what was parsed already. */
export function readParsed(parsed: Outcome<ParsedText>, context: BriefContext): Outcome<LoadedBrief> {
  if (!parsed.ok) return parsed;
  const others = otherFile(parsed.value);
  if (others.length > 0) return failure(others);
  const lost = lostText(parsed.value, parsed.value.value);
  const fieldsLost = new Set(lost.map(({ field }) => field));
  const assigned = assign(parsed.value, context.assignments ?? []);
  if (!assigned.ok) return assigned;
  const mended = withLanguageTags(assigned.value);
  // What a comment has left empty is not reported once more for being empty.
  const shape = checkShape(mended.parsed, validateBrief).filter(({ field }) => !fieldsLost.has(field));
  const problems = [...lost, ...mended.diagnostics, ...shape].sort(byPlace).slice(0, MAX_PROBLEMS);
  if (problems.some(({ severity }) => severity === 'error')) return failure(problems);
  const read = checked(mended.parsed, context);
  return { ...read, diagnostics: [...problems, ...read.diagnostics].sort(byPlace) };
}

/** Reads what the brief names, and checks the sense of it all. */
function checked(parsed: ParsedText, context: BriefContext): Outcome<LoadedBrief> {
  const file = parsed.value as BriefFile;
  const listed = listSources(file, parsed, context);
  const annexes = readAnnexes(file.annexes ?? [], context);
  const { superseded, ...past } = readSuperseded(file, context, readBrief);
  const annexBodies = new Map([...annexes.bodies].map(([index, lines]) => [index, withoutFrontMatter(lines.text)]));
  const chosen = chooseSources(listed, citedIn(file, listed, annexBodies));
  const drawn = readFigures(file, context, parsed);
  const { figures, ...rest } = file;
  const brief: Brief = {
    ...rest,
    sources: chosen.placed.map(({ source }) => source),
    ...(figures && { figures: drawn.figures }),
  };
  const placeOf = withFigurePlaces(placer(parsed, chosen.placed), drawn.places);
  const fields = fieldsOf(brief);
  const citations = citationsOf(fields, annexBodies);

  // A source that could not be read would be missed by everything that cites it.
  const isMissed = [...listed.diagnostics, ...chosen.diagnostics].some(({ severity }) => severity === 'error');
  const offered = offeredIds(listed);
  const findings = isMissed
    ? []
    : checkSense({ brief, fields, citations, annexBodies, listed: listedIds(listed), offered });
  const diagnostics = [
    ...listed.diagnostics,
    ...chosen.diagnostics,
    ...placedBy(placeOf, [...annexes.diagnostics, ...drawn.diagnostics, ...past.diagnostics]),
    ...findings.map((finding) => diagnose(finding, placeOf, parsed.lines, annexes.bodies)),
  ].sort(byPlace);

  return outcomeOf<LoadedBrief>(
    {
      brief,
      id: brief.id ?? stemOf(context.file),
      file: context.file,
      // What is set beside the file belongs to the brief that is made, and so to the one inside its documents.
      text: context.assignments?.length ? writeText(file, context.format) : parsed.lines.text,
      placeOf,
      annexBodies,
      offered,
      ...(superseded && { superseded }),
    },
    unrepeated(diagnostics).slice(0, MAX_PROBLEMS),
  );
}

/** The ids that the brief cites anywhere, in what it says of its sources too. */
function citedIn(file: BriefFile, { own, additions }: Listed, annexBodies: ReadonlyMap<number, string>): Set<string> {
  const sources = [...own.map(({ source }) => source), ...additions.map(({ fields }) => fields)];
  return new Set(citationsOf(fieldsOf({ ...file, sources }), annexBodies).map(({ id }) => id));
}

function stemOf(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.(?:ya?ml|json)$/i, '') || 'brief';
}
