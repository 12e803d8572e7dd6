import type { LinkTargets } from './link-targets.js';
import type { Run } from './print-nodes.js';

/** A mark that stands for several sources and leads to the first of them. */
interface CitingRun extends Run {
  readonly cites: readonly number[];
}

export function citing(run: Run, numbers: readonly number[]): Run {
  const made: CitingRun = { ...run, cites: numbers };
  return made;
}

/** Knows the blocks in which each source is cited, so that the list of sources leads back to them. */
export class Citations {
  private readonly blocks = new Map<number, string[]>();

  constructor(private readonly targets: LinkTargets) {}

  /** Notes what a block cites; returns its name, which is `id` where it has one, or undefined where nothing needs it. */
  citedIn(runs: readonly Run[], id: string | undefined): string | undefined {
    const numbers = new Set(runs.flatMap(sourcesOf));
    if (numbers.size === 0) return id;
    const name = id ?? this.targets.freshName('cited');
    for (const number of numbers) this.blocksCiting(number).push(name);
    return name;
  }

  /** The names of the blocks that cite a source; those that are set later come into the same list. */
  blocksCiting(number: number): string[] {
    const known = this.blocks.get(number) ?? [];
    this.blocks.set(number, known);
    return known;
  }
}

function sourcesOf(run: Run): readonly number[] {
  const [, number] = /^source-(\d+)$/.exec(run.linkToDestination ?? '') ?? [];
  if (number === undefined) return [];
  return 'cites' in run ? (run as CitingRun).cites : [Number(number)];
}
