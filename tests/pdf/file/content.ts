import { isDictionary, Name, nameOf, Operator, type Value } from './objects.js';
import { Scanner } from './scanner.js';

/** One operator of a page, with what was in force when it ran. */
export interface Step {
  readonly operator: string;
  readonly operands: readonly Value[];
  /** The marked contents around it, outermost first. */
  readonly marks: readonly Mark[];
  /** The name of the font. */
  readonly font: string | null;
}
export interface Mark {
  readonly tag: string;
  readonly mcid: number | null;
  readonly properties: { readonly [key: string]: Value };
  /** Whether it began inside a text object. */
  readonly inText: boolean;
}

const PAINTING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI']);

export function paints(step: Step): boolean {
  return PAINTING.has(step.operator);
}

/** Runs a page's content; problems of nesting go to `report`. */
export function stepsOf(content: string, report: (problem: string) => void = () => {}): Step[] {
  const steps: Step[] = [];
  const scanner = new Scanner(content);
  const marks: Mark[] = [];
  const fonts: (string | null)[] = [];
  let operands: Value[] = [];
  let font: string | null = null;
  let inText = false;
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (!(token instanceof Operator)) {
      operands.push(token);
      continue;
    }
    const operator = token.text;
    if (operator === 'BDC' || operator === 'BMC') marks.push(markOf(operands, inText));
    steps.push({ operator, operands, marks: [...marks], font: operator === 'Tf' ? nameOf(operands[0]) : font });
    if (operator === 'EMC') {
      const ended = marks.pop();
      if (ended === undefined) report('EMC without a beginning');
      else if (ended.inText !== inText) report('marked content and text object cross');
    }
    if (operator === 'BT' || operator === 'ET') inText = operator === 'BT';
    if (operator === 'q') fonts.push(font);
    if (operator === 'Q') {
      if (fonts.length === 0) report('Q without q');
      font = fonts.pop() ?? null;
    }
    if (fonts.length > 28) report('q nested more than 28 times');
    if (operator === 'Tf') font = nameOf(operands[0]);
    operands = [];
  }
  if (marks.length > 0) report('marked content is not closed');
  if (fonts.length > 0) report('q without Q');
  return steps;
}

function markOf(operands: readonly Value[], inText: boolean): Mark {
  const [tag, properties] = operands;
  const entries = isDictionary(properties) ? properties : {};
  return {
    tag: tag instanceof Name ? tag.text : '',
    mcid: typeof entries.MCID === 'number' ? entries.MCID : null,
    properties: entries,
    inText,
  };
}
