/** Positions in what threads share. */
const WRITING = 0;
const CLOSED = 1;
/** Milliseconds that an ending waits for a disk that hangs. */
const PATIENCE = 5000;

/**
 * What the threads of a process write through, so that it can end between two files and never within one: a signal is
 * handled by the first thread alone, and ends the others wherever they are.
 */
export class WritingGate {
  readonly #state: Int32Array<SharedArrayBuffer>;

  /** `shared`: that of another thread. */
  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.#state = new Int32Array(shared);
  }

  /** Does something that is not to be cut short. Never returns once the gate is closed: the process is about to end. */
  through<T>(act: () => T): T {
    Atomics.add(this.#state, WRITING, 1);
    if (Atomics.load(this.#state, CLOSED) === 1) {
      this.#leave();
      Atomics.wait(this.#state, CLOSED, 1);
    }
    try {
      return act();
    } finally {
      this.#leave();
    }
  }

  /** Lets nobody through any more, and waits for those that are. */
  close(): void {
    Atomics.store(this.#state, CLOSED, 1);
    const writing = Atomics.load(this.#state, WRITING);
    if (writing === 0 || Atomics.wait(this.#state, WRITING, writing, PATIENCE) === 'timed-out') return;
    this.close();
  }

  #leave(): void {
    Atomics.sub(this.#state, WRITING, 1);
    Atomics.notify(this.#state, WRITING);
  }
}
