import { Packs } from './compiled-packs.js';

/** What the library exports, out of the packs beside this file. Nothing is kept: it is a guest in another's program. */
export const library: unknown = new Packs(__dirname, null).entry('library');
