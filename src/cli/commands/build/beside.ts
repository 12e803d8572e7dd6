import { FORMATS } from '../../../briefing/choices.js';
import { type Diagnostic, warning, wholeFile } from '../../../diagnostics/diagnostic.js';
import { IMPOSITIONS } from '../../../imposition/sheet-order.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import { DOCUMENT_LIMIT, type Workspace } from '../../../workspace/workspace.js';
import { notOurs, type Output } from './overwriting.js';
import { sheetsEnding } from './plan.js';

/** Where a document lies, in whatever form. */
type Place = Pick<Output, 'path' | 'format'>;

/** The files that there are under the name of a document: in every format, on sheets, and as drafts of e-mails. */
export function filesNamed(name: string, workspace: Workspace, output: string): readonly Place[] {
  return [
    ...FORMATS.map((format) => ({ format, file: `${name}.${format}` })),
    ...IMPOSITIONS.map((as) => ({ format: 'sheets' as const, file: `${name}.${sheetsEnding(as)}` })),
    ...draftsOf(name, workspace, output).map((file) => ({ format: 'eml' as const, file })),
  ]
    .map(({ format, file }) => ({ format, path: workspace.resolve(output, file) }))
    .filter(({ path }) => workspace.kind(path) === 'file');
}

/** `visit.eml`, and those for each of several readers and for numbered copies. */
function draftsOf(name: string, workspace: Workspace, output: string): readonly string[] {
  const there = workspace.kind(output) === 'folder' ? workspace.list(output) : null;
  const entries = there?.ok ? there.value : [];
  return entries
    .map((entry) => entry.name)
    .filter((file) => file.startsWith(`${name}.`) && DRAFT.test(file.slice(name.length)));
}

const DRAFT = /^(?:\.copy-\d+|\.reader-\d+)?\.eml$/;

interface Desk {
  readonly opened: OpenedBrief;
  readonly workspace: Workspace;
  /** The folder of the documents. */
  readonly output: string;
}

/**
 * What a change leaves behind: documents of ours under the same name that are not made this time, where one that is made is
 * no longer what it was. A booklet, a memo or a draft of yesterday is easily taken for that of today. To be asked before
 * anything is written.
 */
export function outdated(name: string, made: readonly Output[], { opened, workspace, output }: Desk): Diagnostic[] {
  const changed = made.find(({ path, bytes }) => {
    const before = workspace.kind(path) === 'file' ? workspace.read(path, DOCUMENT_LIMIT) : null;
    return before?.ok && Buffer.compare(before.value, bytes) !== 0;
  });
  // Only then: a folder may hold the documents of hundreds of briefs.
  if (changed === undefined) return [];
  return filesNamed(name, workspace, output)
    .filter(({ path }) => !opened.named.has(path) && made.every((each) => each.path !== path))
    .filter((place) => notOurs([{ ...place, bytes: new Uint8Array() }], workspace, new Set()).length === 0)
    .map((place) => {
      const [older, newer] = [workspace.name(place.path), workspace.name(changed.path)];
      return warning('file-outdated', `${older} is of an earlier build, and ${newer} has changed since.`, {
        at: wholeFile(older),
        hints: [`${again(place)}, or delete it.`],
      });
    });
}

function again({ path, format }: Place): string {
  switch (format) {
    case 'eml':
      return 'Make it anew with `briefpress email`';
    case 'sheets':
      return `Add \`--imposition ${IMPOSITIONS.find((as) => path.endsWith(sheetsEnding(as)))}\``;
    default:
      return `Add ${format} to \`--format\``;
  }
}
