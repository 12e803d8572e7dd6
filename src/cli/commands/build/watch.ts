import { findBriefs } from '../../../workspace/find.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { faultDiagnostic } from '../../fault.js';
import type { BuildOptions } from '../../options.js';
import { report } from '../../report.js';
import type { BuildSettings } from '../../settings.js';
import { type Built, buildOnce } from './build-once.js';

/** Milliseconds: an editor that saves touches a file several times. */
const QUIET_TIME = 80;

/** Makes the briefs, and each again when it, or what it is made of, changes. Ends with Ctrl-C alone. */
export async function watchBriefs(
  settings: BuildSettings,
  options: BuildOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const watch = new BriefWatch(settings, options, context);
  await watch.start();
  // Never resolved: the watch lasts until the process ends.
  return new Promise<ExitCode>((resolve) => context.onStop?.(() => watch.stop().then(() => resolve(EXIT.done))));
}

class BriefWatch {
  /** Brief → the absolute paths that it is made of. */
  #madeOf = new Map<string, readonly string[]>();
  readonly #changed = new Set<string>();
  readonly #written = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #watching: { add(paths: readonly string[]): void; close(): Promise<void> } | undefined;

  constructor(
    private readonly settings: BuildSettings,
    private readonly options: BuildOptions,
    private readonly context: CommandContext,
  ) {}

  async start(): Promise<void> {
    const { workspace, streams } = this.context;
    const paths = this.settings.input.filter((target) => workspace.kind(target) !== null);
    await this.#build(this.settings.input);
    this.#watching = await workspace.watch([...paths, ...this.#allPaths()], (path) => this.#note(path));
    if (!this.options.quiet && !this.options.json) streams.stderr.write('Watching; Ctrl-C ends it.\n');
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#work;
    await this.#watching?.close();
  }

  #note(path: string): void {
    this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#work = this.#work.then(() => this.#rebuild());
    }, QUIET_TIME);
  }

  async #rebuild(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed.clear();
    const briefs = findBriefs(this.context.workspace, this.settings.input).files;
    const due = briefs.filter((brief) => {
      // A folder that was replaced is a change of all that is in it.
      const madeOf = this.#madeOf.get(brief);
      return (
        madeOf === undefined ||
        changed.some((path) => madeOf.some((part) => isAtOrUnder(path, part) || isAtOrUnder(part, path)))
      );
    });
    if (due.length > 0) await this.#build(due);
    this.#watching?.add(this.#allPaths());
  }

  /** A fault while watching must not end the watch: the next change may be its cure. */
  async #build(targets: readonly string[]): Promise<void> {
    const { context, options, settings } = this;
    await buildOnce({ ...settings, input: targets }, options, context, this.#written).then(
      (built) => this.#remember(built),
      (fault: unknown) => report([faultDiagnostic(fault, context.workspace)], 'pretty', context),
    );
  }

  #remember({ madeOf }: Built): void {
    for (const [{ file }, paths] of madeOf) this.#madeOf.set(this.context.workspace.resolve(file), paths);
  }

  #allPaths(): readonly string[] {
    return [...new Set([...this.#madeOf.values()].flat())];
  }
}

function isAtOrUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`);
}
