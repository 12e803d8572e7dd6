import type { Reading } from '../../../materials/open-brief.js';
import type { BuildOptions } from '../../options.js';
import type { BuildSettings } from '../../settings.js';
import type { BriefReport } from './make.js';
import { sheetsEnding, type Wish } from './plan.js';

/** What all briefs of a build have in common, told to every worker. */
export interface CommonWork {
  readonly kind: 'build';
  readonly cwd: string;
  readonly settings: BuildSettings;
  readonly options: BuildOptions;
  readonly reading: Reading;
  /** What this process has written before; see `Press`. */
  readonly written: readonly string[];
  /** Of the program, where what is made is remembered for the next build. */
  readonly fingerprint: string | null;
}

/** A brief, made. */
export interface BriefMade {
  readonly report: BriefReport;
  /** Keys of what was written. */
  readonly written: readonly string[];
  /** The files that it was found to need. */
  readonly named: readonly string[];
}

/** Fewer briefs than these for each worker are made sooner than the workers are ready. */
const LEAST_WORK = 4;

/** How many workers a build of so many briefs is worth; with one, this process does the work itself. */
export function crewSize(briefs: number, jobs: number | undefined, cores: number): number {
  const most = jobs === undefined ? Math.min(cores, Math.floor(briefs / LEAST_WORK)) : Math.min(jobs, briefs);
  return Math.max(1, most);
}

/** Which documents a build is asked for. */
export function wishOf(settings: BuildSettings, options: BuildOptions): Wish {
  const { output, formats, imposition } = settings;
  const sheets = imposition !== undefined && formats.includes('pdf') ? [sheetsEnding(imposition)] : [];
  return { output, endings: [...formats, ...sheets], language: options.lang, editions: options };
}
