/** What the page sends, read: a value that is not as the protocol has it is null. */
import { BRIEF_TYPES } from '../brief/schema/head.js';
import { isMap } from '../syntax/values.js';
import type { Choice } from './protocol.js';
import type {
  CompleteRequest,
  EditRequest,
  KeepRequest,
  NewBrief,
  QuoteRequest,
  SaveRequest,
} from './protocol-editing.js';

const CHOICES = ['brief', 'edition', 'language', 'template', 'paper'] as const;

export function readChoice(value: unknown): Choice | null {
  if (!isMap(value)) return null;
  const entries = Object.entries(value);
  const isChoice = entries.every(
    ([name, chosen]) => CHOICES.some((each) => each === name) && (chosen === null || typeof chosen === 'string'),
  );
  return isChoice ? (Object.fromEntries(entries) as Choice) : null;
}

export function readSave(value: unknown): SaveRequest | null {
  if (!isMap(value) || !areTexts(value, ['brief', 'base', 'text'])) return null;
  const { answers = {} } = value;
  const isAnswered = isMap(answers) && Object.values(answers).every((each) => each === 'mine' || each === 'theirs');
  return isAnswered ? (value as unknown as SaveRequest) : null;
}

export function readEdit(value: unknown): EditRequest | null {
  if (!isMap(value) || !areTexts(value, ['brief', 'text'])) return null;
  const { changes } = value;
  if (!Array.isArray(changes) || changes.length > MOST_CHANGES || !changes.every(isChange)) return null;
  return value as unknown as EditRequest;
}

export function readComplete(value: unknown): CompleteRequest | null {
  if (!isMap(value) || !areTexts(value, ['brief', 'text']) || !isIndex(value.offset)) return null;
  return value as unknown as CompleteRequest;
}

export function readKeep(value: unknown): KeepRequest | null {
  return isMap(value) && areTexts(value, ['brief', 'text', 'source', 'name', 'bytes'])
    ? (value as unknown as KeepRequest)
    : null;
}

export function readQuote(value: unknown): QuoteRequest | null {
  if (!isMap(value) || !areTexts(value, ['brief', 'text', 'source', 'words'])) return null;
  const { nth = 1 } = value;
  const said = ['speaker', 'date', 'venue', 'lang', 'locator'].filter((name) => value[name] !== undefined);
  return isIndex(nth) && areTexts(value, said) ? (value as unknown as QuoteRequest) : null;
}

export function readNewBrief(value: unknown): NewBrief | null {
  if (!isMap(value) || !areTexts(value, ['name', 'type'])) return null;
  const { name, type } = value as unknown as NewBrief;
  return /\S/.test(name) && name.length <= 200 && BRIEF_TYPES.some((each) => each === type) ? { name, type } : null;
}

/** More at once are no work of a person. */
const MOST_CHANGES = 1000;
const DEEPEST = 32;

function isChange(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { op, path, to } = value;
  if (!Array.isArray(path) || path.length > DEEPEST || !path.every(isStep)) return false;
  if (op === 'move') return isIndex(to);
  return op === 'remove' || ((op === 'set' || op === 'insert') && Object.hasOwn(value, 'value'));
}

function isStep(step: unknown): boolean {
  return typeof step === 'string' || isIndex(step);
}

function isIndex(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function areTexts(map: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => typeof map[name] === 'string');
}
