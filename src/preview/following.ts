import type { Workspace } from '../workspace/workspace.js';

/** Milliseconds after which a file that may be half-written is whole: an editor that saves touches it several times. */
export const QUIET_TIME = 25;

/** Hears of every save of what a document is made of. */
export class Following {
  #watching: ReturnType<Workspace['watch']> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly workspace: Workspace,
    /** In how many milliseconds a change of the file at this path, which is absolute, means another document; null: it does not. */
    private readonly waitFor: (path: string) => number | null,
    private readonly onNews: () => void,
  ) {}

  /** Done when everything at the paths is heard of. */
  async begin(paths: readonly string[]): Promise<void> {
    this.#watching = this.workspace.watch(paths, (path) => {
      const wait = this.waitFor(path);
      if (wait === null) return;
      clearTimeout(this.#timer);
      if (wait === 0) this.onNews();
      else this.#timer = setTimeout(this.onNews, wait);
    });
    await this.#watching;
  }

  async add(paths: readonly string[]): Promise<void> {
    (await this.#watching)?.add(paths);
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await (await this.#watching)?.close();
  }
}
