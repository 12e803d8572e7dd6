import type { Workspace } from '../workspace/workspace.js';

/** Milliseconds: an editor that saves touches a file several times. */
const QUIET_TIME = 25;

/** Hears of every save of what a document is made of. */
export class Following {
  #watching: ReturnType<Workspace['watch']> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly workspace: Workspace,
    /** Whether a save of the file at this path, which is absolute, means another document. */
    private readonly isNews: (path: string) => boolean,
    private readonly onNews: () => void,
  ) {}

  /** Done when everything at the paths is heard of. */
  async begin(paths: readonly string[]): Promise<void> {
    this.#watching = this.workspace.watch(paths, (path) => {
      if (!this.isNews(path)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.onNews, QUIET_TIME);
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
