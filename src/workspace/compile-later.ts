import { setFlagsFromString } from 'node:v8';

/** Bytes of a function's code that are run before it is compiled for speed; Node 20 has 67,584. */
const LATER = 1_500_000;

/**
 * Makes Node 20 wait before it compiles functions for speed. As it is, it compiles them when it has seen little of what they
 * are called with, has to throw that away, and compiles them again: this took a third of the processor's time for one brief,
 * and half of it for hundreds of pages. Node 22 and later do better by themselves. For a process of our own: a library leaves
 * its host as it is.
 */
export function compileLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${LATER}`);
}
