/** Values that are set on the command line for one build, laid over those of the file and typed by the schema. */
import { type Diagnostic, error, type Outcome, outcomeOf, success } from '../diagnostics/diagnostic.js';
import { AssignedLines, type Assignment, COMMAND_LINE } from '../syntax/assigned-lines.js';
import { type ParsedText, parseText } from '../syntax/parse.js';
import { fieldOf, type Mark, type Range, type Step, stepsOf } from '../syntax/places.js';
import { schemaAt, unlessNull } from './schema-walk.js';
import { typesOf } from './shape-words.js';

/**
 * The text with every assignment made, in their order. What is assigned is checked as if the file said it, and its place
 * is the option. Errors: `config-invalid` for a place that the brief does not have, and those of `parseText`.
 */
export function assign(parsed: ParsedText, assignments: readonly Assignment[]): Outcome<ParsedText> {
  if (assignments.length === 0) return success(parsed);
  const lines = new AssignedLines(parsed.lines, assignments);
  const problems: Diagnostic[] = [];
  let whole: Valued = { value: parsed.value, mark: parsed.mark };
  for (const [index, { field, value: written }] of assignments.entries()) {
    const steps = stepsOf(field);
    const ranges = lines.rangesOf(index);
    const value = typedValue(written, steps, ranges.value);
    const changed = value.ok ? put(whole, { steps, done: [], value: value.value, key: ranges.key }) : null;
    if (!value.ok)
      problems.push(...value.diagnostics.map((each) => ({ ...each, place: lines.place(ranges.value), field })));
    else if (typeof changed === 'string') problems.push(noPlace(changed, lines.place(ranges.key)));
    else if (changed !== null) whole = changed;
  }
  return outcomeOf({ ...whole, lines }, problems);
}

/** A value and where it stands. */
interface Valued {
  readonly value: unknown;
  readonly mark: Mark;
}

/** What the words are by the schema: text where text may be, else a number, a truth, a list or a map; null takes a field away. */
function typedValue(written: string, steps: readonly Step[], range: Range): Outcome<Valued | null> {
  const schema = schemaAt(steps) ?? {};
  const types = typesOf(schema);
  const mark: Mark = { value: range };
  if (written === 'null') return success(unlessNull(schema) ? { value: null, mark } : null);
  const isNested = /^\s*[[{]/.test(written) && (types.includes('object') || types.includes('array'));
  if (isNested) {
    const parsed = parseText(written, COMMAND_LINE, 'yaml');
    return parsed.ok ? success({ value: parsed.value.value, mark: moved(parsed.value.mark, range[0]) }) : parsed;
  }
  return success({ value: scalar(written, types), mark });
}

/** What is of no kind that the schema has here stays text, and the check of shape says what was expected. */
function scalar(written: string, types: readonly string[]): string | number | boolean {
  if (types.includes('string')) return written;
  const isNumber = types.length === 0 || types.includes('integer') || types.includes('number');
  if (isNumber && /^-?\d+(?:\.\d+)?$/.test(written)) return Number(written);
  if (types.includes('boolean') && /^(?:true|false)$/.test(written)) return written === 'true';
  return written;
}

function moved({ key, value, cut: _, fields, items }: Mark, by: number): Mark {
  const shift = ([start, end]: Range): Range => [start + by, end + by];
  return {
    value: shift(value),
    ...(key && { key: shift(key) }),
    ...(fields && { fields: new Map([...fields].map(([name, each]) => [name, moved(each, by)])) }),
    ...(items && { items: items.map((each) => moved(each, by)) }),
  };
}

interface Putting {
  /** The rest of the path, from the current value to the one that is set. */
  readonly steps: readonly Step[];
  readonly done: readonly Step[];
  /** Null takes it away. */
  readonly value: Valued | null;
  readonly key: Range;
}

/** The value with another one set in it, or why it cannot be set. */
function put(whole: Valued | undefined, putting: Putting): Valued | string | null {
  const { steps, done, value, key } = putting;
  const [step, ...rest] = steps;
  if (step === undefined) return value === null ? null : { value: value.value, mark: { ...value.mark, key } };
  const inner = { ...putting, steps: rest, done: [...done, step] };
  return typeof step === 'number' ? putItem(whole, step, inner) : putField(whole, step, inner);
}

function putField(whole: Valued | undefined, name: string, putting: Putting): Valued | string {
  const there = whole?.value ?? {};
  if (typeof there !== 'object' || Array.isArray(there)) {
    return `${nameOf(putting.done.slice(0, -1))} is not a map of fields, so it has no \`${name}\``;
  }
  const values = new Map<string, unknown>(Object.entries(there));
  const marks = new Map(whole?.mark.fields);
  const mark = marks.get(name);
  const before = mark && { value: values.get(name), mark };
  const made = put(before, putting);
  if (typeof made === 'string') return made;
  if (made === null) {
    values.delete(name);
    marks.delete(name);
  } else {
    values.set(name, made.value);
    marks.set(name, made.mark);
  }
  return {
    value: Object.fromEntries(values),
    mark: { ...(whole?.mark ?? { key: putting.key, value: putting.key }), fields: marks },
  };
}

function putItem(whole: Valued | undefined, index: number, putting: Putting): Valued | string {
  const list = nameOf(putting.done.slice(0, -1));
  const there = whole?.value ?? [];
  if (!Array.isArray(there)) return `${list} is not a list`;
  if (index > there.length) {
    return `${list} has ${there.length === 1 ? '1 item' : `${there.length} items`}, counted from [0], so there is no [${index}]`;
  }
  const marks = [...(whole?.mark.items ?? [])];
  const mark = marks[index];
  const made = put(mark && { value: there[index], mark }, putting);
  if (typeof made === 'string') return made;
  const count = index < there.length ? 1 : 0;
  return {
    value: there.toSpliced(index, count, ...(made === null ? [] : [made.value])),
    mark: {
      ...(whole?.mark ?? { key: putting.key, value: putting.key }),
      items: marks.toSpliced(index, count, ...(made === null ? [] : [made.mark])),
    },
  };
}

function nameOf(steps: readonly Step[]): string {
  return steps.length === 0 ? 'The brief' : `\`${fieldOf(steps)}\``;
}

function noPlace(why: string, place: ReturnType<AssignedLines['place']>): Diagnostic {
  return error('config-invalid', `This field cannot be set: ${why.replace(/^The brief/, 'the brief')}.`, {
    at: place,
    hints: ['Set the whole of it, such as --set title="{ en: A visit, sv: Ett besök }", or change the file.'],
  });
}
