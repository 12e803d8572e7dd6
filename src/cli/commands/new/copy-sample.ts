import { error, wholeFile } from '../../../diagnostics/diagnostic.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { report } from '../../report.js';
import { shellWord } from '../../shell-word.js';
import { filesOfSample, listSamples, type Sample } from './samples.js';
import { SCHEMA_FILE, writeSchema } from './schema-file.js';

/**
 * `briefpress new --sample`: a finished brief to look at and to change, with the files that it names. `target` is a file,
 * or a folder where it ends with a slash or one is there; `briefs/` without it.
 */
export async function copySample(name: string, target: string, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const samples = listSamples(workspace);
  const sample = samples.find((each) => each.name === name);
  if (sample === undefined) {
    streams.stderr.write(`error: There is no sample \`${name}\`. There are:\n${listed(samples)}`);
    return EXIT.trouble;
  }
  const { folder, file } = placeOf(sample, target, context);
  const files = [...filesOfSample(workspace, sample)].map(([path, bytes]) => {
    const isBrief = path === sample.file;
    return { path: workspace.resolve(folder, isBrief ? file : path), bytes: isBrief ? withSchemaBeside(bytes) : bytes };
  });
  const isThere = ({ path, bytes }: (typeof files)[number]) => {
    const read = workspace.read(path, bytes.length);
    return read.ok && Buffer.compare(read.value, bytes) === 0;
  };
  const missing = files.filter((each) => !isThere(each));
  const others = missing.filter(({ path }) => workspace.kind(path) !== null).map(({ path }) => workspace.name(path));
  if (others.length > 0) {
    report(
      others.map((path) => inTheWay(path)),
      'pretty',
      context,
    );
    return EXIT.trouble;
  }
  for (const { path, bytes } of missing) {
    const written = workspace.write(path, bytes, { replace: false });
    if (written.ok) continue;
    report(written.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  report(writeSchema(workspace.resolve(folder), workspace).diagnostics, 'pretty', context);
  const brief = workspace.name(workspace.resolve(folder, file));
  const beside =
    files.length > 1
      ? `, and ${files
          .slice(1)
          .map(({ path }) => workspace.name(path))
          .join(', ')} beside it`
      : '';
  streams.stdout.write(`Copied the sample to ${brief}${beside}. Next: ${context.program} build ${shellWord(brief)}\n`);
  return EXIT.done;
}

/** For the editor: the samples are kept beside the program's own schema. */
function withSchemaBeside(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(text.replace(/(?<=\$schema(?:=|": *"))[./a-z]*\.schema\.json/, `./${SCHEMA_FILE}`));
}

/** One line each. */
function listed(samples: readonly Sample[]): string {
  const width = Math.max(...samples.map(({ name }) => name.length));
  return samples.map(({ name, title, type }) => `  ${name.padEnd(width)}  ${title} (${type})\n`).join('');
}

function placeOf(sample: Sample, target: string, { workspace }: CommandContext) {
  const isFolder = /[\\/]$/.test(target) || workspace.kind(target) === 'folder';
  if (isFolder) return { folder: target, file: sample.file };
  const [, path = '', file = ''] = /^(.*[\\/])?(.*)$/su.exec(target) ?? [];
  const [ending = ''] = /\.[a-z]+$/.exec(sample.file) ?? [];
  const hasEnding = file.toLowerCase().endsWith(ending);
  return { folder: path === '' ? 'briefs' : path, file: hasEnding ? file : file + ending };
}

function inTheWay(path: string) {
  return error('file-unwritable', `${path} cannot be written: there is another file of that name already.`, {
    at: wholeFile(path),
    hints: ['Name another folder for the sample, with a slash at its end.'],
  });
}
