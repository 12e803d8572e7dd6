import { fitName, unfitName } from '../../../workspace/file-name.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { NewOptions } from '../../options.js';
import { report } from '../../report.js';
import { shellWord } from '../../shell-word.js';
import { withProgram } from '../../started-as.js';
import { SCHEMA_FILE, writeSchema } from './schema-file.js';
import { starterBrief } from './starter.js';

/** `briefpress new`: a brief to begin with, and beside it the schema for the editor. */
export async function runNew(name: string, { type }: NewOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const { folder, stem, ending } = partsOf(name, (path) => workspace.kind(workspace.resolve(path)) === 'folder');
  const path = workspace.resolve(folder, fitName(stem) + ending);
  const date = workspace.now().toISOString().slice(0, 10);
  const starter = starterBrief({ type, title: titleOf(stem), date, schema: SCHEMA_FILE });
  const written = workspace.write(path, withRunner(starter, context.program), { replace: false });
  if (!written.ok) {
    report(written.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const file = workspace.name(path);
  streams.stdout.write(`Began ${file}. Next: ${context.program} build ${shellWord(file)}\n`);
  return writeSchema(workspace.resolve(path, '..'), context) ? EXIT.done : EXIT.trouble;
}

/** The commands in its comments work as pasted; a path to the program is of this computer alone, and not for a file. */
function withRunner(text: string, program: string): string {
  return /[\\/]/.test(program) ? text : withProgram(text, program);
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

function titleOf(stem: string): string {
  const words = stem.replaceAll(/[-_.\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return words === '' ? 'Untitled' : (words[0] ?? '').toUpperCase() + words.slice(1);
}
