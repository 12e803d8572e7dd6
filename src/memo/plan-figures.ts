/** Figures of what may happen and what is to be done. Each stands for a table, or beside one, that says the same. */
import { LEVELS, type Level, STEP_STATES } from '../document/figures.js';
import { writtenShare } from '../document/numbers.js';
import type { Figure } from '../document/tree.js';
import { plainText, walkTree } from '../document/walk.js';
import type { Edition } from '../edition/edition.js';
import type { NextStep } from '../edition/item-shapes.js';
import type { InlineText } from '../edition/text.js';
import { wordsOf } from './helpers.js';
import { areOnMatrix, placedRisks } from './placed-risks.js';
import { highestMark, markNodes, portionMarks } from './tree/portions.js';
import { withCapital } from './words/casing.js';
import { shortDate } from './words/dates.js';
import type { Labels, Words } from './words/labels.js';
import { asSentence } from './words/sentence.js';

type Drawing = Omit<Figure, 'type' | 'children'>;

/** One is said sooner than drawn, and for many the words would be narrow. */
const [FEWEST_STEPS, MOST_STEPS] = [2, 6];

function capitalOf({ text, lang }: Words): string {
  return withCapital(text, lang);
}

export function riskMatrix({ risks: all, portions }: Edition, labels: Labels): Drawing | null {
  if (!areOnMatrix(all)) return null;
  const placed = placedRisks(all);
  const impacts = Object.fromEntries(
    LEVELS.map((level) => [level, capitalOf(labels.termWords('impact', level))]),
  ) as Record<Level, string>;
  const whole = writtenShare(1, labels.wordLanguage);
  const words = { likelihood: labels.label('likelihood'), impact: labels.label('impact'), impacts, whole };
  const rows = [...LEVELS].reverse().flatMap((level) => {
    const here = placed
      .filter(({ impact }) => impact === level)
      .toSorted((a, b) => b.likelihood.low - a.likelihood.low);
    // How likely each is, the table says.
    const numbers = here.map(({ number }) => number).join(', ');
    return here.length === 0 ? [] : [`${words.impact}: ${labels.term('impact', level)} – ${numbers}`];
  });
  return {
    origin: 'risks',
    figure: {
      kind: 'risk-matrix',
      risks: placed.map(({ number, likelihood: { low, high }, impact }) => ({
        name: String(number),
        low,
        high,
        impact,
      })),
      words,
    },
    alt: [labels.label('risks'), ...rows].map(asSentence).join(' '),
    caption: markNodes(
      highestMark(
        portionMarks(portions),
        placed.map(({ text }) => text.path),
      ),
    ),
  };
}

/** Null where a word of a step leads elsewhere, which a drawing cannot. */
export function stepStrip({ nextSteps, portions }: Edition, labels: Labels): Drawing | null {
  if (nextSteps.length < FEWEST_STEPS || nextSteps.length > MOST_STEPS) return null;
  if (nextSteps.some(({ action }) => leadsOn(action))) return null;
  const marks = portionMarks(portions);
  const steps = inTime(nextSteps).map(({ action, owner, due, status, change }) => {
    const portion = plainText(markNodes(highestMark(marks, [action.path])));
    const mark = change === null ? '' : `${capitalOf(labels.termWords('change', change))}: `;
    return {
      due: due === null ? '–' : shortDate(due, labels.wordLanguage),
      action: `${portion}${mark}${wordsOf(action)}`,
      owner: owner === null ? '' : wordsOf(owner),
      state: STEP_STATES.find((each) => each === status) ?? 'open',
      stateWord: labels.term('step', status),
    };
  });
  const said = steps.map(({ due, action, owner, stateWord }) => {
    const who = [owner, stateWord].filter((part) => part !== '').join(', ');
    return `${due}: ${asSentence(action)} ${who}`;
  });
  return {
    origin: 'nextSteps',
    figure: { kind: 'steps', steps },
    alt: [labels.label('nextSteps'), ...said].map(asSentence).join(' '),
    caption: [],
  };
}

/** What has no date comes last; of one day, in the order of the brief. */
function inTime(steps: readonly NextStep[]): NextStep[] {
  const keyOf = ({ due }: NextStep) => due?.iso ?? '9999';
  return steps.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function leadsOn({ nodes }: InlineText): boolean {
  let leads = false;
  walkTree(nodes, ({ type }) => {
    leads ||= type === 'link' || type === 'footnoteReference' || type === 'image' || type === 'citation';
  });
  return leads;
}
