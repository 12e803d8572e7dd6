import type { DiagnosticCode } from '../diagnostics/codes.js';
import { type Diagnostic, didYouMean, error, meantHint, type Place, wholeFile } from '../diagnostics/diagnostic.js';
import { ordinal } from '../diagnostics/ordinal.js';
import { lostWords } from './cut.js';
import { settings } from './known-settings.generated.js';
import { numberOf, switchOf } from './meant.js';
import { type ParsedText, parseText } from './parse.js';
import { fieldOf, type Mark, markAt, rangeToShow, type Step } from './places.js';
import type { SettingShape, SettingValue } from './setting-shape.js';
import { isMap } from './values.js';

/** What a file of settings is, for messages. */
export interface SettingsFile {
  readonly file: string;
  /** The code of everything that can be wrong with it. */
  readonly code: DiagnosticCode;
  /** “A theme”, at the beginning of a sentence. */
  readonly what: string;
}

export interface Settings<Value> {
  /** What the file holds, without what is wrong. */
  readonly value: Value;
  /** Errors all; a caller that knows more of the file adds its own. */
  readonly problems: Diagnostic[];
  /** Where a value stands in the file; null for one that is not in it. */
  placeOf(...steps: readonly Step[]): Place | null;
}

/** Such files are small; one that is not is refused before it is parsed. */
const LONGEST = 200_000;

/**
 * Reads a small file of settings in YAML or JSON. Only what the file holds is in the value. Every problem is reported
 * at once, each with its place: what is not YAML, unknown fields (with the one that was probably meant), values of
 * another kind.
 */
export function readSettings<const S extends SettingShape>(
  text: string,
  shape: S,
  about: SettingsFile,
): Settings<SettingValue<S>> {
  const value = knownValue(text);
  if (value === undefined) return readSettingsAnew(text, shape, about) as Settings<SettingValue<S>>;
  // One of the program's own, which the build has read; only what names a place in it needs to read it again.
  const placeOf = (...steps: readonly Step[]) => readSettingsAnew(text, shape, about).placeOf(...steps);
  const read: unknown = { value: JSON.parse(value), problems: [], placeOf };
  return read as Settings<SettingValue<S>>;
}

function knownValue(text: string): string | undefined {
  const likely = settings.filter(({ length }) => length === text.length).map(({ read }) => read());
  return likely.find((each) => each.text === text)?.value;
}

/** The same, for a text that nobody has read before. */
export function readSettingsAnew(text: string, shape: SettingShape, about: SettingsFile): Settings<unknown> {
  const nothing = (problems: Diagnostic[]) => ({ value: {}, problems, placeOf: () => null });
  if (text.length > LONGEST) {
    const message = `${about.what} may have ${LONGEST} characters at most; this one has ${text.length}.`;
    return nothing([error(about.code, message, { at: wholeFile(about.file) })]);
  }
  const parsed = parseText(text, about.file, 'yaml');
  // A file that holds nothing, or comments alone, sets nothing.
  const faults = parsed.diagnostics.filter(({ code }) => code !== 'syntax-empty');
  if (!parsed.ok) return nothing(faults.map((fault) => ({ ...fault, code: about.code })));
  const { mark, lines } = parsed.value;
  const reader = new SettingsReader(parsed.value, about);
  const value = reader.read(parsed.value.value, shape, []) ?? {};
  const placeOf = (...steps: readonly Step[]): Place | null => {
    const found = markAt(mark, steps);
    return found.exact ? lines.place(rangeToShow(found.mark)) : null;
  };
  return { value, problems: reader.problems, placeOf };
}

class SettingsReader {
  readonly problems: Diagnostic[] = [];

  constructor(
    private readonly parsed: ParsedText,
    private readonly about: SettingsFile,
  ) {}

  /** The value of a field; `undefined` for one that is left empty, and after a problem was reported. */
  read(value: unknown, shape: SettingShape, steps: readonly Step[]): unknown {
    if (value === null && (shape.kind === 'section' || shape.kind === 'names')) {
      return shape.kind === 'section' && shape.orNull ? null : undefined;
    }
    switch (shape.kind) {
      case 'section':
        return this.#section(value, shape, steps);
      case 'names':
        return this.#names(value, shape, steps);
      case 'list':
        return this.#list(value, shape, steps);
      case 'number': {
        const { min, max, unit } = shape;
        const fits = typeof value === 'number' && value >= min && value <= max;
        if (fits) return value;
        const meant = typeof value === 'string' ? numberOf(value, unit) : null;
        const hint = meant === null ? null : meantHint(meant);
        return this.#wrong(value, `a number from ${min} to ${max}${unit && ` (${unit})`}`, steps, hint);
      }
      case 'choice': {
        const fits = typeof value === 'string' && shape.of.includes(value);
        if (fits) return value;
        return this.#wrong(value, `one of ${shape.of.join(', ')}`, steps, didYouMean(String(value), shape.of));
      }
      case 'switch': {
        if (typeof value === 'boolean') return value;
        const meant = typeof value === 'string' ? switchOf(value) : null;
        return this.#wrong(value, 'true or false', steps, meant === null ? null : meantHint(meant));
      }
      case 'text': {
        if (this.#isCut(value, shape, steps)) return undefined;
        const fits = typeof value === 'string' && (shape.maybeEmpty === true || value.trim() !== '');
        const read = fits && shape.read ? shape.read(value) : fits ? value : null;
        return read ?? this.#wrong(value, shape.what, steps);
      }
    }
  }

  #section(value: unknown, { fields }: SettingShape & { kind: 'section' }, steps: readonly Step[]): unknown {
    if (!isMap(value)) return this.#wrong(value, `a map of fields: ${Object.keys(fields).join(', ')}`, steps);
    const entries = Object.entries(value).flatMap(([name, content]) => {
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (shape === undefined) return this.#unknown(name, Object.keys(fields), steps);
      const read = this.read(content, shape, [...steps, name]);
      return read === undefined ? [] : [[name, read]];
    });
    return Object.fromEntries(entries);
  }

  #names(value: unknown, { what, each }: SettingShape & { kind: 'names' }, steps: readonly Step[]): unknown {
    if (!isMap(value)) return this.#wrong(value, what, steps);
    const entries = Object.entries(value).flatMap(([name, content]) => {
      const read = this.read(content, each, [...steps, name]);
      return read === undefined ? [] : [[name, read]];
    });
    return Object.fromEntries(entries);
  }

  #list(value: unknown, { what, each, orOne }: SettingShape & { kind: 'list' }, steps: readonly Step[]): unknown {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => this.read(item, each, [...steps, index]));
      // Whole or not at all, so that the items in the value are those of the file.
      return items.includes(undefined) ? undefined : items;
    }
    if (!orOne || typeof value !== 'string') {
      return this.#wrong(value, `a list of ${what}${orOne ? ', or a single one' : ''}`, steps);
    }
    const only = this.read(value, each, steps);
    return only === undefined ? undefined : [only];
  }

  #unknown(name: string, names: readonly string[], steps: readonly Step[]): [] {
    const mark = this.#markAt([...steps, name]);
    this.problems.push(
      error(this.about.code, `${this.about.what} has no field \`${fieldOf([...steps, name])}\`.`, {
        at: this.parsed.lines.place(mark.key ?? rangeToShow(mark)),
        hints: [didYouMean(name, names) ?? `There are: ${names.join(', ')}.`],
      }),
    );
    return [];
  }

  /** Behind a name or a path, a comment that begins with a blank is one; behind a closed form, such as a colour, any. */
  #isCut(value: unknown, shape: SettingShape & { kind: 'text' }, steps: readonly Step[]): boolean {
    const { lines } = this.parsed;
    const lost = lostWords(this.#subject(steps), this.#markAt(steps), { value, text: lines.text });
    if (lost === null || shape.read !== undefined) return false;
    if (shape.isProse !== true && !/^#[\p{L}\p{N}]/u.test(lines.text.slice(...lost.at))) return false;
    this.problems.push(error(this.about.code, lost.message, { at: lines.place(lost.at), hints: lost.hints }));
    return true;
  }

  #wrong(value: unknown, expected: string, steps: readonly Step[], hint: string | null = null): undefined {
    const subject = this.#subject(steps);
    const at = this.parsed.lines.place(rangeToShow(this.#markAt(steps)));
    const message = `${subject} should be ${expected}, but here is ${described(value)}.`;
    this.problems.push(error(this.about.code, message, { at, hints: [hint] }));
    return undefined;
  }

  /** A field at the beginning of a sentence; items are counted from 1. */
  #subject(steps: readonly Step[]): string {
    const last = steps.at(-1);
    if (last === undefined) return this.about.what;
    return typeof last === 'number'
      ? `The ${ordinal(last + 1)} of \`${fieldOf(steps.slice(0, -1))}\``
      : `\`${fieldOf(steps)}\``;
  }

  #markAt(steps: readonly Step[]): Mark {
    return markAt(this.parsed.mark, steps).mark;
  }
}

function described(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (value === null) return 'nothing';
  const written = JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}
