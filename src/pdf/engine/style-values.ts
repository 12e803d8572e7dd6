/**
 * Styles that a text takes from the nodes around it. pdfmake looks for each property by itself, from node to node; there
 * are two dozen for every text, and few nodes say anything.
 */
import type { EngineStyleStack } from './layout-shapes.js';

const DEFAULTS = {
  font: '',
  bold: false,
  italics: false,
  alignment: 'left',
  fontSize: 12,
  fontFeatures: null,
  characterSpacing: 0,
  color: 'black',
  decoration: null,
  background: null,
  link: null,
  linkToDestination: null,
  noWrap: null,
  opacity: 1,
  sup: false,
  sub: false,
  leading: null,
  baseLine: null,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
} as const;

type StyleName = keyof typeof DEFAULTS;
/** A value for every style. */
export type StyleValues = Record<StyleName, unknown>;
type Said = readonly (readonly [StyleName, unknown])[];

/** The styles of a text in the innermost of these nodes: the innermost that says something counts. */
export function valuesAround({ defaultStyle, styleOverrides }: EngineStyleStack): StyleValues {
  const values: StyleValues = { ...DEFAULTS };
  for (const [name, value] of saidBy(defaultStyle)) values[name] = value;
  for (const node of styleOverrides) for (const [name, value] of saidBy(node)) values[name] = value;
  return values;
}

/** The styles of a run in a text. */
export function valuesOf(run: object, around: StyleValues): StyleValues {
  const values = { ...around };
  for (const [name, value] of stylesIn(run)) values[name] = value;
  return values;
}

/** Nothing changes the style of a node; it is asked for by each text in it. */
const said = new WeakMap<object, Said>();

function saidBy(node: object): Said {
  const known = said.get(node) ?? stylesIn(node);
  said.set(node, known);
  return known;
}

function stylesIn(node: object): Said {
  return Object.entries(node).filter((entry): entry is [StyleName, unknown] => {
    const [name, value] = entry;
    return Object.hasOwn(DEFAULTS, name) && value !== undefined && value !== null;
  });
}
