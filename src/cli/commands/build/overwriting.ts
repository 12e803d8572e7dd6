import type { Format } from '../../../briefing/choices.js';
import { isMarked } from '../../../briefing/picture-mark.js';
import { type Diagnostic, error, wholeFile } from '../../../diagnostics/diagnostic.js';
import { sha256Of } from '../../../digest/sha256.js';
import { PdfFile } from '../../../proof/pdf/pdf-file.js';
import { attachedFiles } from '../../../verify/attachments.js';
import { DOCUMENT_LIMIT, type Workspace } from '../../../workspace/workspace.js';

/** One output, and what is to be written there. */
export interface Output {
  readonly path: string;
  readonly format: Format | 'picture' | 'sheets' | 'eml';
  readonly bytes: Uint8Array;
}

/**
 * What must not be written over without being asked: a file that Briefpress did not make, and a PDF to which something was
 * added since (a signature, a note). A PDF of ours says so in its metadata. A memo of ours has the front matter that our
 * packs print, with the id that its name begins with; a picture has a mark with its hash; one without front matter is the one inside the PDF beside it, or was
 * written by this process, whose hashes `made` holds. That a memo was edited by hand cannot be seen, since it may also have
 * been made anew without its PDF: the brief is what one edits.
 */
export function notOurs(outputs: readonly Output[], workspace: Workspace, made: ReadonlySet<string>): Diagnostic[] {
  return outputs.flatMap((output) => {
    const { path, format, bytes } = output;
    if (workspace.kind(path) !== 'file') return [];
    const there = workspace.read(path, DOCUMENT_LIMIT);
    const isFree =
      there.ok &&
      (Buffer.compare(there.value, bytes) === 0 ||
        made.has(writtenKey(path, there.value)) ||
        isOurs(there.value, output, workspace));
    return isFree ? [] : [refusal(workspace.name(path), format)];
  });
}

function isOurs(bytes: Uint8Array, { path, format, bytes: fresh }: Output, workspace: Workspace): boolean {
  switch (format) {
    case 'picture':
      return isMarked(bytes);
    case 'pdf':
      return isOurPdf(bytes);
    case 'sheets':
      return new TextDecoder('latin1').decode(bytes).includes(SHEETS_MAKER);
    case 'md':
      return isOurMemo(bytes, path, workspace);
    case 'eml':
      return OUR_DRAFT.test(new TextDecoder('latin1').decode(bytes.subarray(0, 0x10000)));
    case 'html':
      return OUR_PAGE.test(new TextDecoder().decode(bytes.subarray(0, 0x10000)));
    case 'txt':
      return isOurText(new TextDecoder().decode(bytes), new TextDecoder().decode(fresh));
  }
}

/** "Briefpress" in UTF-16, as pages on sheets name their maker. */
const SHEETS_MAKER = '/Producer <FEFF0042007200690065006600700072006500730073>';

/** In the head, which ends with an empty line. */
const OUR_DRAFT = /^(?:[^\r\n]+\r\n)*?X-Mailer: Briefpress\r\n/;
const OUR_PAGE = /^<!DOCTYPE html>[\s\S]*?<meta name="generator" content="Briefpress">/;

/**
 * Plain text has no place for a word of its maker. Ours has its title near its start, underlined as far as it reaches,
 * and below it labels that the text to be written has as well, such as “As of:”; the title alone where there are none.
 */
function isOurText(text: string, fresh: string): boolean {
  const [title, labels] = [titleOf(text), labelsOf(fresh)];
  if (title === null) return false;
  // A text that is to be taken away has none to come after it.
  if (fresh === '') return labelsOf(text).size > 0;
  if (labels.size === 0) return title === titleOf(fresh);
  const known = labelsOf(text);
  const shared = [...labels].filter((label) => known.has(label));
  return shared.length >= Math.min(2, labels.size);
}

/** How many lines the head of a text has at most. */
const HEAD = 40;

function titleOf(text: string): string | null {
  const lines = text.split('\n').slice(0, HEAD);
  const at = lines.findIndex((line) => /^={3,}$/.test(line));
  const title = lines.slice(lines.lastIndexOf('', at) + 1, Math.max(at, 0));
  const reaches = title.some((line) => line.length >= (lines[at]?.length ?? 0) / 2);
  return at > 0 && reaches ? title.join('\n') : null;
}

/** What stands before the colons of the head, below its title. */
function labelsOf(text: string): ReadonlySet<string> {
  const lines = text.split('\n').slice(0, HEAD);
  const below = lines.slice(lines.findIndex((line) => /^={3,}$/.test(line)) + 1);
  const written = below.slice(
    0,
    [...below, '---'].findIndex((line) => /^-{3,}$/.test(line)),
  );
  return new Set(written.flatMap((line) => /^\S.{0,39}?(?=\s?[:：]\s?)/u.exec(line)?.[0] ?? []));
}

/** What tells a file that this process has written from what somebody else has put in its place. */
export function writtenKey(path: string, bytes: Uint8Array): string {
  return `${path}\n${sha256Of(bytes)}`;
}

/** Signing, filling in and annotating add a part of their own to the end of a PDF, with an end of its own. */
function isOurPdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return (
    text.includes('<pdf:Producer>Briefpress</pdf:Producer>') &&
    /%%EOF\s*$/.test(text) &&
    text.match(/%%EOF/g)?.length === 1
  );
}

function isOurMemo(bytes: Uint8Array, path: string, workspace: Workspace): boolean {
  const beside = workspace.read(path.replace(/\.md$/, '.pdf'), DOCUMENT_LIMIT);
  if (beside.ok && isOurPdf(beside.value)) {
    const inside = attachedFiles(new PdfFile(beside.value)).find(({ name }) => name.endsWith('.md'));
    if (inside !== undefined && Buffer.compare(inside.bytes, bytes) === 0) return true;
  }
  const [, matter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(new TextDecoder().decode(bytes)) ?? [];
  const [, id] = /^id: "(.+)"$/m.exec(matter) ?? [];
  const name = path.replace(/^.*[\\/]/, '');
  return id !== undefined && name.startsWith(`${id}.`) && /^as_of: "/m.test(matter);
}

function refusal(name: string, format: Output['format']): Diagnostic {
  const added = format === 'pdf' ? ', or something was added to it since, such as a signature' : '';
  return error('file-unwritable', `${name} is there already, and Briefpress did not make it${added}.`, {
    at: wholeFile(name),
    hints: ['Move it away, build to another folder with --output, or write over it with --force.'],
  });
}
