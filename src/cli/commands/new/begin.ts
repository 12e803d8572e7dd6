import { type Outcome, success } from '../../../diagnostics/diagnostic.js';
import { fitName } from '../../../workspace/file-name.js';
import type { CommandContext } from '../../context.js';
import type { BriefType } from '../../options.js';
import { withProgram } from '../../started-as.js';
import { SCHEMA_FILE, writeSchema } from './schema-file.js';
import { starterBrief } from './starter.js';

/** Begins a brief of a name in a folder, with the schema beside it. Returns its path. */
export function beginBrief(folder: string, name: string, type: BriefType, context: CommandContext): Outcome<string> {
  return beginIn(folder, { stem: name.replace(/[\\/]/g, '-'), ending: '.yaml' }, type, context);
}

/** Begins a brief whose file has this stem and ending. Returns its path. */
export function beginIn(
  folder: string,
  { stem, ending }: { readonly stem: string; readonly ending: string },
  type: BriefType,
  { workspace, program }: CommandContext,
): Outcome<string> {
  const path = workspace.resolve(folder, fitName(stem) + ending);
  const date = workspace.now().toISOString().slice(0, 10);
  const starter = starterBrief({ type, title: titleOf(stem), date, schema: SCHEMA_FILE });
  const written = workspace.write(path, withRunner(starter, program), { replace: false });
  if (!written.ok) return written;
  const schema = writeSchema(workspace.resolve(path, '..'), workspace);
  return schema.ok ? success(path) : schema;
}

/** The commands in its comments work as pasted; a path to the program is of this computer alone, and not for a file. */
function withRunner(text: string, program: string): string {
  return /[\\/]/.test(program) ? text : withProgram(text, program);
}

function titleOf(stem: string): string {
  const words = stem.replaceAll(/[-_.\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return words === '' ? 'Untitled' : (words[0] ?? '').toUpperCase() + words.slice(1);
}
