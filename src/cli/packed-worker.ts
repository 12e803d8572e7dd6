import { join } from 'node:path';
import { keepingFolders, Packs } from '../workspace/compiled-packs.js';

/** A worker, out of the packs as the program itself; it takes the compiled code that is kept, and keeps none. */
const folders = process.env.NODE_DISABLE_COMPILE_CACHE ? [] : keepingFolders(join(__dirname, '../..'), process.env);
const packs = new Packs(join(__dirname, '../packs'), { folders, use: 'build' });
(packs.entry('worker') as typeof import('./worker.js')).work();
