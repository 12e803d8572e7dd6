import { unfitName } from '../../../workspace/file-name.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { NewOptions } from '../../options.js';
import { report } from '../../report.js';
import { shellWord } from '../../shell-word.js';
import { beginIn } from './begin.js';

/** `briefpress new`: a brief to begin with, and beside it the schema for the editor. */
export async function runNew(name: string, options: NewOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams, program } = context;
  const { folder, ...named } = partsOf(name, (path) => workspace.kind(workspace.resolve(path)) === 'folder');
  const begun = beginIn(folder, named, options.type, context);
  report(begun.diagnostics, 'pretty', context);
  if (!begun.ok) return EXIT.trouble;
  const file = workspace.name(begun.value);
  const isShown = options.preview === true;
  const next = isShown ? '' : ` Next: ${program} build ${shellWord(file)}`;
  streams.stdout.write(`Began ${file}.${next}\n`);
  if (!isShown) return EXIT.done;
  const { runPreview } = await import('../preview/run.js');
  return runPreview(file, { open: options.open }, context);
}

/**
 * A name alone goes where `build` looks; a path goes where it says. What stands before a slash and can be no folder on
 * every system was not meant as one: `Visit: Kyiv / Lviv?` is a name.
 */
function partsOf(
  name: string,
  isFolder: (path: string) => boolean,
): { readonly folder: string; readonly stem: string; readonly ending: string } {
  const [, before = '', rest = ''] = /^(.*[\\/])?(.*)$/su.exec(name) ?? [];
  const isPath = isFolder(before) || before.split(/[\\/]/).every(canBeFolder);
  const [folder, file] = isPath ? [before, rest] : ['', name];
  const [ending = ''] = /\.ya?ml$/i.exec(file) ?? [];
  return {
    folder: folder === '' ? 'briefs' : folder,
    stem: file.slice(0, file.length - ending.length),
    ending: ending || '.yaml',
  };
}

/** A step of a path: a name, a drive, or the way up. */
function canBeFolder(step: string, index: number): boolean {
  return /^\.{0,2}$/.test(step) || (index === 0 && /^[A-Za-z]:$/.test(step)) || unfitName(step) === null;
}
