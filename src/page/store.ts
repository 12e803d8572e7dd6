/** The one place where the page keeps what it knows; whoever shows some of it is told when it changes. */
import { useEffect, useState } from 'preact/hooks';

export class Store<T extends object> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(change: Partial<T>): void {
    this.#value = { ...this.#value, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls at every change; gives what ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A part of what is kept; the component is drawn anew when that part is another. */
export function useStore<T extends object, R>(store: Store<T>, part: (value: T) => R): R {
  const [, redraw] = useState({});
  const now = part(store.value);
  useEffect(() => {
    let seen = now;
    const look = (): void => {
      const next = part(store.value);
      if (Object.is(next, seen)) return;
      seen = next;
      redraw({});
    };
    look();
    return store.listen(look);
  });
  return now;
}
