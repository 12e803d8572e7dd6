/** What a figure shows: data in words of the document's language. The memo makes it, the page setter draws it. */
export type FigureData = StakeholderGrid | Yardstick | Timeline | RiskMatrix | StepStrip | Chart | Matrix;

export const LEVELS = ['low', 'medium', 'high'] as const;
export type Level = (typeof LEVELS)[number];
export const POSITIONS = ['supports', 'opposes', 'mixed', 'neutral', 'unknown'] as const;
export type Position = (typeof POSITIONS)[number];
/** A shape for each, so that they are told without colour. */
export const POSITION_SIGNS: Readonly<Record<Position, string>> = {
  supports: '▲',
  opposes: '■',
  mixed: '◆',
  neutral: '○',
  unknown: '×',
};
/** How many dots there are, filled or not. */
export const DOTS = 3;

/** How many of them are filled for a level; `moderate` and `medium` are the same place. Null for any other word. */
export function filledDots(level: string | null): number | null {
  switch (level) {
    case 'low':
      return 1;
    case 'moderate':
    case 'medium':
      return 2;
    case 'high':
      return 3;
    default:
      return null;
  }
}

/** What stands before the word of a level: filled dots and hollow ones. */
export function dotsOf(level: number): string {
  const filled = Math.min(level, DOTS);
  return '●'.repeat(filled) + '○'.repeat(DOTS - filled);
}

/** The words of a traffic light, from the worst to the best. */
export const LIGHTS = ['red', 'amber', 'green'] as const;
export type Light = (typeof LIGHTS)[number];

/** The power/interest grid (Mendelow 1991): influence upwards, interest to the right. */
export interface StakeholderGrid {
  readonly kind: 'stakeholder-grid';
  readonly members: readonly {
    readonly name: string;
    readonly influence: Level;
    readonly interest: Level;
    readonly position: Position;
  }[];
  readonly words: {
    readonly influence: string;
    readonly interest: string;
    readonly influenceLevels: Readonly<Record<Level, string>>;
    readonly interestLevels: Readonly<Record<Level, string>>;
    readonly positions: Readonly<Record<Position, string>>;
  };
}

/** A scale of likelihood in per cent, and the judgements that stand on it. */
export interface Yardstick {
  readonly kind: 'yardstick';
  readonly bands: readonly {
    readonly name: string;
    readonly range: string;
    readonly low: number;
    readonly high: number;
  }[];
  /** `band` is an index into `bands`; `name` is short: the number of a judgement. */
  readonly marks: readonly { readonly name: string; readonly band: number }[];
}

/** Events on a line to scale, in order of time. */
export interface Timeline {
  readonly kind: 'timeline';
  /** `words` at the points, or `numbers` of a list that stands below. */
  readonly form: 'words' | 'numbers';
  /** The months from January, short, for its axis. */
  readonly months: readonly string[];
  readonly events: readonly {
    /** ISO 8601 days; `to` where it lasted. */
    readonly from: string;
    readonly to: string | null;
    /** The first and the last day that may be meant, where no day is named; `from` is then in the middle. */
    readonly within?: readonly [string, string];
    /** Its date is not exact, or not certain. */
    readonly isVague?: boolean;
    readonly date: string;
    readonly text: string;
  }[];
}

/** Risks by how likely they are, from left to right, and how bad, upwards. */
export interface RiskMatrix {
  readonly kind: 'risk-matrix';
  /** `name` is short: the number of the risk; the range is in per cent. */
  readonly risks: readonly {
    readonly name: string;
    readonly low: number;
    readonly high: number;
    readonly impact: Level;
  }[];
  readonly words: {
    readonly likelihood: string;
    readonly impact: string;
    readonly impacts: Readonly<Record<Level, string>>;
    /** The end of the scale: 100%. */
    readonly whole: string;
  };
}

export const STEP_STATES = ['open', 'in-progress', 'blocked', 'done', 'dropped'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** What is to be done, in order of time. */
export interface StepStrip {
  readonly kind: 'steps';
  readonly steps: readonly {
    readonly due: string;
    readonly action: string;
    readonly owner: string;
    readonly state: StepState;
    readonly stateWord: string;
  }[];
}

/** Numbers, drawn: over time, compared, or as shares of a whole. */
export interface Chart {
  readonly kind: 'chart';
  readonly form: 'line' | 'columns' | 'bars' | 'shares';
  /** BCP 47: how its numbers are written. */
  readonly language: string;
  readonly categories: readonly string[];
  /** The categories as days since 1970, where every one of them is a year, a month or a day, in order; else null. */
  readonly days: readonly number[] | null;
  /** `values` has one for each category; null where nothing is known. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** Words by row and column, with a mark each where the word is of a closed list. */
export interface Matrix {
  readonly kind: 'matrix';
  /** Of the first column; then those of the others. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (MatrixCell | null)[] }[];
}
export interface MatrixCell {
  readonly mark: Position | Light | Rating | null;
  /** In the sign of a traffic light: the first letter of its word, where that tells the three apart. */
  readonly letter?: string;
  readonly text: string;
}
export const RATINGS = ['++', '+', '0', '-', '--'] as const;
export type Rating = (typeof RATINGS)[number];
