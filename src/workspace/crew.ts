import { Worker } from 'node:worker_threads';
import { WritingGate } from './writing-gate.js';

/** A task that was given to a worker, by its number. */
export interface Task {
  readonly number: number;
  readonly job: unknown;
}

/** What a worker has made of a task, or why it could not. */
export interface Answer {
  readonly number: number;
  readonly made?: unknown;
  readonly fault?: string;
}

/** What a worker is told when it begins. */
export interface Beginning {
  /** The same for every worker. */
  readonly about: unknown;
  /** That of its `WritingGate`. */
  readonly gate: SharedArrayBuffer;
}

interface Waiting {
  readonly task: Task;
  readonly resolve: (made: unknown) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * Workers that make the same kind of thing, each one at a time. A task that breaks its worker is lost, with the reason; the
 * others go to a worker that takes its place.
 */
export class Crew {
  readonly #queue: Waiting[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  readonly #gate = new WritingGate();
  #count = 0;
  #tasks = 0;

  /** `script`: the file that a worker runs; `about`: what every worker is told when it begins. */
  constructor(
    private readonly script: string,
    private readonly size: number,
    private readonly about: unknown,
  ) {}

  /** What a worker makes of a job. Rejects with the reason of a worker that broke. */
  run(job: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#tasks += 1;
      this.#queue.push({ task: { number: this.#tasks, job }, resolve, reject });
      this.#assign();
    });
  }

  /** Lets the workers go; call it when everything that was asked for is there. */
  async end(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  /** Before the process ends: what a worker writes now is written whole, and nothing after it. */
  stopWriting(): void {
    this.#gate.close();
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      const worker = this.#idle.pop() ?? this.#begun();
      const next = worker === null ? undefined : this.#queue.shift();
      if (worker === null || next === undefined) return;
      this.#busy.set(worker, next);
      worker.postMessage(next.task);
    }
  }

  #begun(): Worker | null {
    if (this.#count >= this.size) return null;
    this.#count += 1;
    const worker = new Worker(this.script, {
      workerData: { about: this.about, gate: this.#gate.shared } satisfies Beginning,
    });
    worker.on('message', ({ made, fault }: Answer) => {
      const done = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      if (fault === undefined) done?.resolve(made);
      else done?.reject(new Error(fault));
      this.#assign();
    });
    worker.on('error', (error) => this.#lost(worker, error.message));
    worker.on('exit', (code) => this.#lost(worker, `a worker ended with exit code ${code}`));
    return worker;
  }

  /** Once for a worker, whichever of its two last words comes first. */
  #lost(worker: Worker, reason: string): void {
    const lost = this.#busy.get(worker);
    const wasIdle = this.#idle.indexOf(worker);
    if (lost === undefined && wasIdle === -1) return;
    this.#count -= 1;
    this.#busy.delete(worker);
    if (wasIdle !== -1) this.#idle.splice(wasIdle, 1);
    lost?.reject(new Error(reason));
    this.#assign();
  }
}
