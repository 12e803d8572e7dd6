import { error } from '../../../diagnostics/diagnostic.js';
import { unfitName } from '../../../workspace/file-name.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { NewOptions } from '../../options.js';
import { report } from '../../report.js';
import { schemaText } from '../schema/schema-text.js';
import { starterBrief } from './starter.js';

const SCHEMA_FILE = 'brief.schema.json';

/** `briefpress new`: a brief to begin with, and beside it the schema for the editor. */
export async function runNew(name: string, { type }: NewOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const path = workspace.resolve(fileFor(name));
  const stem = path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '');
  const unfit = unfitName(stem);
  if (unfit !== null) {
    const message = `The brief cannot be called ${JSON.stringify(stem)}: ${unfit}.`;
    report([error('file-unwritable', message, { hints: ['Choose another name.'] })], 'pretty', context);
    return EXIT.trouble;
  }
  const date = workspace.now().toISOString().slice(0, 10);
  const written = workspace.write(path, starterBrief({ type, title: titleOf(stem), date, schema: SCHEMA_FILE }), {
    replace: false,
  });
  if (!written.ok) {
    report(written.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const schema = workspace.resolve(path, '..', SCHEMA_FILE);
  const schemaWritten = workspace.kind(schema) === null ? workspace.write(schema, schemaText()) : null;
  const file = workspace.name(path);
  // What comes next is copied into a shell.
  const word = /\s/.test(file) ? `'${file}'` : file;
  streams.stdout.write(`Began ${file}. Next: briefpress build ${word}\n`);
  if (schemaWritten?.ok === false) report(schemaWritten.diagnostics, 'pretty', context);
  return schemaWritten?.ok === false ? EXIT.trouble : EXIT.done;
}

/** A name alone goes where `build` looks; a path goes where it says. */
function fileFor(name: string): string {
  const isPath = /[\\/]/.test(name);
  const file = /\.ya?ml$/i.test(name) ? name : `${name}.yaml`;
  return isPath ? file : `briefs/${file}`;
}

function titleOf(stem: string): string {
  const words = stem.replaceAll(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'Untitled' : (words[0] ?? '').toUpperCase() + words.slice(1);
}
