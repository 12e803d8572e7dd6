import { join } from 'node:path';
import { compileLater } from '../workspace/compile-later.js';
import { keepingFolders, Packs } from '../workspace/compiled-packs.js';

/** Runs the program whose packs lie beside `folder`, and keeps what Node has compiled of it. */
export async function runPacked(folder: string, argv: readonly string[]): Promise<void> {
  // Compiled code is kept for the same settings of Node alone: they come first.
  compileLater();
  const folders = process.env.NODE_DISABLE_COMPILE_CACHE ? [] : keepingFolders(join(folder, '../..'), process.env);
  const packs = new Packs(join(folder, '../packs'), { folders, use: useOf(argv) });
  process.once('exit', (code) => packs.keep({ hasFailed: code !== 0 }));
  const { start } = packs.entry('start') as typeof import('./start.js');
  await start(join(folder, 'worker.js'));
}

/** The command and its formats: `build`, `build md`. */
function useOf(argv: readonly string[]): string {
  const formats = argv.filter((_, index) => argv[index - 1] === '--format');
  return [argv.find((word) => !word.startsWith('-')) ?? '', ...formats].join(' ');
}
