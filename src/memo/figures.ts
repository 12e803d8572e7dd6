import { LEVELS, type Level, POSITIONS, type Position } from '../document/figures.js';
import { mapBlocks } from '../document/map.js';
import type { Directive, Figure, Root } from '../document/tree.js';
import type { Edition } from '../edition/edition.js';
import type { Stakeholder } from '../edition/item-shapes.js';
import { FEWEST_ON_GRID, wordsOf } from './helpers.js';
import { riskMatrix, stepStrip } from './plan-figures.js';
import { timelineBlocks } from './timeline-figure.js';
import { highestMark, markNodes, portionMarks } from './tree/portions.js';
import { upperCase } from './words/casing.js';
import type { Labels, Words } from './words/labels.js';
import { likelihoodWords, percentRange } from './words/likelihood.js';
import { asSentence } from './words/sentence.js';
import { spokenNodes } from './words/spoken.js';

type Drawing = Omit<Figure, 'type' | 'children'>;
type Case = (edition: Edition, labels: Labels) => Drawing | null;

/** `:::name` around what stands in the figure's place in the memo, and where the brief has too little for a figure. */
const FIGURES: Readonly<Record<string, Case>> = {
  'stakeholder-grid': stakeholderGrid,
  yardstick,
  'risk-matrix': riskMatrix,
  'next-steps': stepStrip,
};

/** Figures in the places of their directives, as far as the edition has something to draw. */
export function withFigures(root: Root, edition: Edition, labels: Labels): Root {
  const block = (node: Root['children'][number]) => {
    if (node.type !== 'directive') return undefined;
    if (node.name === 'timeline') return timelineBlocks(node.children, edition, labels);
    if (!Object.hasOwn(FIGURES, node.name)) return undefined;
    return figureOf(node, edition, labels);
  };
  return { ...root, children: mapBlocks(root.children, { block }) };
}

function figureOf({ name, children }: Directive, edition: Edition, labels: Labels): Root['children'] {
  const drawing = FIGURES[name]?.(edition, labels) ?? null;
  return drawing === null ? children : [{ type: 'figure', ...drawing, children }];
}

function capitalised({ text, lang }: Words): string {
  const [first = ''] = text;
  return upperCase(first, lang) + text.slice(first.length);
}

type Placed = Stakeholder & { readonly influence: Level; readonly interest: Level };

function stakeholderGrid({ stakeholders, portions }: Edition, labels: Labels): Drawing | null {
  const placed = stakeholders.filter((each): each is Placed => each.influence !== null && each.interest !== null);
  if (placed.length < FEWEST_ON_GRID) return null;
  const members = placed.map(({ name, influence, interest, position }) => ({
    name: wordsOf(name),
    influence,
    interest,
    position: POSITIONS.find((each) => each === position) ?? 'unknown',
  }));
  const gridWords = {
    influence: labels.label('influence'),
    interest: labels.label('interest'),
    influenceLevels: levels('influence', labels),
    interestLevels: levels('interest', labels),
    positions: Object.fromEntries(
      POSITIONS.map((each) => [each, capitalised(labels.termWords('position', each))]),
    ) as Record<Position, string>,
  };
  const title = labels.label('influenceAndInterest');
  const cells = [...LEVELS].reverse().flatMap((influence) =>
    [...LEVELS].reverse().flatMap((interest) => {
      const here = members.filter((each) => each.influence === influence && each.interest === interest);
      if (here.length === 0) return [];
      const names = here.map((each) => `${each.name} (${labels.term('position', each.position)})`).join(', ');
      const place = [
        `${gridWords.influence}: ${gridWords.influenceLevels[influence]}`,
        `${gridWords.interest}: ${gridWords.interestLevels[interest]}`,
      ];
      return [`${place.join(', ')} – ${names}.`];
    }),
  );
  return {
    origin: 'stakeholders',
    figure: { kind: 'stakeholder-grid', members, words: gridWords },
    alt: [`${title}.`, ...cells].join(' '),
    caption: [
      ...markNodes(
        highestMark(
          portionMarks(portions),
          placed.map(({ name }) => name.path),
        ),
      ),
      ...spokenNodes(labels.labelWords('influenceAndInterest'), labels),
    ],
  };
}

function levels(group: 'influence' | 'interest', labels: Labels): Record<Level, string> {
  return Object.fromEntries(LEVELS.map((level) => [level, labels.term(group, level)])) as Record<Level, string>;
}

/** Judgements stand on the scale by their numbers. */
function yardstick(edition: Edition, labels: Labels): Drawing {
  const bands = edition.yardstick.map((value) => ({
    name: capitalised(labels.termWords('likelihood', value.term)),
    range: percentRange(value, labels),
    low: value.low,
    high: value.high,
  }));
  const judged = edition.judgements.flatMap(({ number, likelihood }) => {
    const band = edition.yardstick.findIndex(({ term }) => term === likelihood?.term);
    return likelihood === null || band === -1 ? [] : [{ number, likelihood, band }];
  });
  const title = labels.label('yardstick');
  const caption = labels.labelWords(judged.length === 0 ? 'yardstick' : 'yardstickCaption');
  const sentences = [
    title,
    ...bands.map(({ name, range }) => `${name}: ${range}`),
    ...judged.map(({ number, likelihood }) => {
      const name = labels.label('judgementNumber').replace('{number}', String(number));
      return `${name}: ${likelihoodWords(likelihood, labels).text}`;
    }),
  ];
  return {
    origin: 'judgements',
    figure: {
      kind: 'yardstick',
      bands,
      marks: judged.map(({ number, band }) => ({ name: String(number), band })),
    },
    alt: sentences.map(asSentence).join(' '),
    caption: [
      ...spokenNodes({ ...caption, text: `${asSentence(caption.text)} ` }, labels),
      ...spokenNodes(labels.termWords('scale', edition.likelihoodScale), labels),
    ],
  };
}
