/** Checks the shape of a value against the schema: every error of the validator becomes one thing a person can mend. */
import { type Diagnostic, error } from '../diagnostics/diagnostic.js';
import { fieldOf, type LineIndex, type Mark, markAt, type Range, rangeToShow, type Step } from '../syntax/places.js';
import { formatPath } from './schema-fields.js';
import { partAt, type SchemaPart, schemaAt } from './schema-walk.js';
import { guessField } from './shape-guess.js';
import { explain, type Found } from './shape-messages.js';
import type { ShapeError, Validator } from './validate.generated.js';

/** A value, its places, and where it stands in a brief (a file of sources holds a part of one). */
export interface Subject {
  readonly value: unknown;
  readonly mark: Mark;
  readonly lines: LineIndex;
  /** The steps from the brief to the value, for finding its part of the schema. */
  readonly within?: readonly Step[];
}

/** Every problem of shape, in the order of the file. */
export function checkShape(subject: Subject, validate: Validator): Diagnostic[] {
  if (validate(subject.value)) return [];
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const meant = fieldsMeant(validate.errors ?? [], subject);
  for (const error of validate.errors ?? []) {
    const key = JSON.stringify([
      error.instancePath,
      error.keyword,
      error.params.missingProperty,
      error.params.additionalProperty,
    ]);
    // `if` only says that its `then` failed, which says so itself.
    if (error.keyword === 'if' || seen.has(key)) continue;
    // What stands there under another name is not missing as well.
    if (meant.has(`${error.instancePath} ${error.params.missingProperty}`)) continue;
    seen.add(key);
    diagnostics.push(diagnose(error, subject));
  }
  return diagnostics.sort(byPlace);
}

/** The fields that unknown ones beside them were probably meant for, each with the place that it is missing from. */
function fieldsMeant(errors: readonly ShapeError[], { value, within = [] }: Subject): ReadonlySet<string> {
  return new Set(
    errors.flatMap(({ instancePath, params: { additionalProperty: name } }) => {
      if (typeof name !== 'string') return [];
      const steps = [...within, ...stepsOfPointer(instancePath, value)];
      const path = guessField(steps, name);
      const parent = formatPath(steps);
      const isHere = path !== null && (parent === '' ? !path.includes('.') : path.startsWith(`${parent}.`));
      return isHere ? [`${instancePath} ${path.slice(parent === '' ? 0 : parent.length + 1)}`] : [];
    }),
  );
}

export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

function diagnose(fault: ShapeError, subject: Subject): Diagnostic {
  const local = stepsOfPointer(fault.instancePath, subject.value);
  const steps = [...(subject.within ?? []), ...local];
  const { mark } = markAt(subject.mark, local);
  const found: Found = {
    error: fault,
    steps,
    field: fieldOf(steps),
    value: valueAt(subject.value, local),
    written: subject.lines.text.slice(...mark.value),
    schema: schemaAt(steps) ?? {},
    condition: comment(fault.schemaPath, steps),
  };
  const { code, message, hints = [] } = explain(found);
  const place = subject.lines.place(rangeOfError(fault, mark));
  return { ...error(code, message, { at: place, hints }), field: found.field };
}

/** A field that should not be there is pointed at by its name. */
function rangeOfError(error: ShapeError, mark: Mark): Range {
  const extra = error.params.additionalProperty;
  const extraMark = typeof extra === 'string' ? mark.fields?.get(extra) : undefined;
  if (extraMark?.key) return extraMark.key;
  if (error.keyword === 'false schema' && mark.key) return mark.key;
  return rangeToShow(mark);
}

/** What the condition that failed says of itself in the schema. Its path begins at any of the definitions around it. */
function comment(schemaPath: string, steps: readonly Step[]): string | null {
  const end = schemaPath.lastIndexOf('/then');
  if (end === -1) return null;
  const pointer = schemaPath.slice(1, end + '/then'.length);
  for (let length = steps.length; length >= 0; length -= 1) {
    const around: SchemaPart | null = schemaAt(steps.slice(0, length));
    const condition = around && partAt(around, pointer)?.$comment;
    if (condition) return condition;
  }
  return null;
}

/** JSON Pointer (RFC 6901) → steps: a number where the value there is a list. */
function stepsOfPointer(pointer: string, root: unknown): Step[] {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(name) : name;
      value = valueAt(value, [step]);
      return step;
    });
}

function valueAt(root: unknown, steps: readonly Step[]): unknown {
  let value = root;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<Step, unknown>>)[step];
  }
  return value;
}
