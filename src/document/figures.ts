/** What a figure shows: data in words of the document's language. The memo makes it, the page setter draws it. */
export type FigureData = StakeholderGrid | Yardstick | Timeline;

export const LEVELS = ['low', 'medium', 'high'] as const;
export type Level = (typeof LEVELS)[number];
export const POSITIONS = ['supports', 'opposes', 'mixed', 'neutral', 'unknown'] as const;
export type Position = (typeof POSITIONS)[number];

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
  readonly events: readonly {
    /** ISO 8601 days; `to` where it lasted. */
    readonly from: string;
    readonly to: string | null;
    readonly date: string;
    readonly text: string;
  }[];
}
