/**
 * The page and the disk have both changed a brief: one text of the two. By lines where they changed different ones, by
 * fields and items where that is not enough, and by asking where both changed the same.
 */
import { type Collision, mergeLines } from '../change/merge-lines.js';
import { changeText } from '../syntax/change.js';
import { commentsIn } from '../syntax/change-nodes.js';
import { canonical, without } from '../syntax/change-values.js';
import type { TextFormat } from '../syntax/format.js';
import { parseText } from '../syntax/parse.js';
import { mergeFields } from './merge-fields.js';
import type { Question } from './protocol-editing.js';

export interface ThreeTexts {
  /** The one that both come from. */
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export type Answers = Readonly<Record<string, 'mine' | 'theirs'>>;

export type Merged = { readonly text: string } | { readonly questions: readonly Question[] };

/** One text, or what has to be asked first. */
export function mergeTexts(texts: ThreeTexts, format: TextFormat, answers: Answers = {}): Merged {
  const { base, mine, theirs } = texts;
  if (mine === theirs || theirs === base) return { text: mine };
  if (mine === base) return { text: theirs };
  const byLines = mergedByLines(texts, answers);
  if (byLines.collisions === 0 && isReadable(byLines.text, texts, format)) return { text: byLines.text };
  const byFields = mergedByFields(texts, format, answers);
  if (byFields !== null) return byFields;
  return byLines.questions.length > 0 ? { questions: byLines.questions } : { text: byLines.text };
}

/** Lines that go together can still be no YAML, or say one thing twice; where nothing can be read, lines are all there is. */
function isReadable(text: string, { mine, theirs }: ThreeTexts, format: TextFormat): boolean {
  const wasReadable = dataOf(mine, format) !== undefined && dataOf(theirs, format) !== undefined;
  return !wasReadable || dataOf(text, format) !== undefined;
}

interface ByLines {
  readonly text: string;
  readonly collisions: number;
  /** Those that have no answer. */
  readonly questions: readonly Question[];
}

function mergedByLines({ base, mine, theirs }: ThreeTexts, answers: Answers): ByLines {
  const parts = mergeLines(linesOf(base), linesOf(mine), linesOf(theirs));
  const questions: Question[] = [];
  let collisions = 0;
  const lines = parts.flatMap((part) => {
    if ('lines' in part) return part.lines;
    collisions++;
    const question = lineQuestion(part);
    const answer = answers[question.id];
    if (answer === undefined) questions.push(question);
    return answer === 'mine' ? part.mine : part.theirs;
  });
  return { text: lines.join(''), collisions, questions };
}

/** With their ends, so that a text without a last one keeps that. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lineQuestion({ line, base, mine, theirs }: Collision): Question {
  const last = line + Math.max(base.length, 1) - 1;
  const about = last > line ? `Lines ${line}–${last}` : `Line ${line}`;
  const textOf = (lines: readonly string[]) => (lines.length === 0 ? null : lines.join(''));
  return questionOf(about, { base: textOf(base), mine: textOf(mine), theirs: textOf(theirs) });
}

/** Null where the values cannot be read, or where a comment of the person's would be lost. */
function mergedByFields({ base, mine, theirs }: ThreeTexts, format: TextFormat, answers: Answers): Merged | null {
  const values = { base: dataOf(base, format), mine: dataOf(mine, format), theirs: dataOf(theirs, format) };
  if (values.base === undefined || values.mine === undefined || values.theirs === undefined) return null;
  const questions: Question[] = [];
  const changes = mergeFields(values, (about, { base: old, mine: own, theirs: other }) => {
    const question = questionOf(about, { base: shown(old), mine: shown(own), theirs: shown(other) });
    const answer = answers[question.id];
    if (answer === undefined) questions.push(question);
    return answer === 'mine';
  });
  const text = changeText(theirs, format, changes);
  if (text === null) return null;
  const added = without(commentsIn(mine, format), commentsIn(base, format));
  if (without(added, commentsIn(text, format)).length > 0) return null;
  return questions.length > 0 ? { questions } : { text };
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** Its id is of what it asks: where the disk changes once more, it is another question. */
function questionOf(about: string, versions: Omit<Question, 'id' | 'about'>): Question {
  return { id: `${about} ${checksum(canonical(versions))}`, about, ...versions };
}

function checksum(text: string): string {
  let sum = 0;
  for (const sign of text) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
}

function dataOf(text: string, format: TextFormat): unknown {
  const parsed = parseText(text, '', format);
  return parsed.ok ? parsed.value.value : undefined;
}
