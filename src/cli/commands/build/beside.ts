import { FORMATS } from '../../../briefing/choices.js';
import { type Diagnostic, warning, wholeFile } from '../../../diagnostics/diagnostic.js';
import { IMPOSITIONS } from '../../../imposition/sheet-order.js';
import { DOCUMENT_LIMIT, type Workspace } from '../../../workspace/workspace.js';
import { notOurs, type Output } from './overwriting.js';
import { sheetsEnding } from './plan.js';

/** Where a document lies, in whatever form. */
export type Place = Pick<Output, 'path' | 'format'>;

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

/**
 * What a change leaves behind: documents of ours under the same name that are not made this time, where one that is made is
 * no longer what it was. A booklet, a memo or a draft of yesterday is easily taken for that of today. To be asked before
 * anything is written; `beside` is what there is under the name.
 */
export function outdated(made: readonly Output[], beside: readonly Place[], workspace: Workspace): Diagnostic[] {
  const changed = made.find(({ path, bytes }) => {
    const before = beside.some((each) => each.path === path) ? workspace.read(path, DOCUMENT_LIMIT) : null;
    return before?.ok && Buffer.compare(before.value, bytes) !== 0;
  });
  if (changed === undefined) return [];
  return beside
    .filter(({ path }) => made.every((each) => each.path !== path))
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
