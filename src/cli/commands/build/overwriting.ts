import type { Format } from '../../../briefing/choices.js';
import { isMarked } from '../../../briefing/picture-mark.js';
import { type Diagnostic, error, wholeFile } from '../../../diagnostics/diagnostic.js';
import { sha256Of } from '../../../digest/sha256.js';
import { PdfFile } from '../../../proof/pdf/pdf-file.js';
import { attachedFiles } from '../../../verify/attachments.js';
import type { Workspace } from '../../../workspace/workspace.js';

/** Bytes; no document of ours is nearly as large, so what is larger is not ours. */
const LIMIT = 200 * 1024 * 1024;

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
  return outputs.flatMap(({ path, format, bytes }) => {
    if (workspace.kind(path) !== 'file') return [];
    const there = workspace.read(path, LIMIT);
    const isFree =
      there.ok &&
      (Buffer.compare(there.value, bytes) === 0 ||
        made.has(writtenKey(path, there.value)) ||
        isOurs(there.value, { path, format }, workspace));
    return isFree ? [] : [refusal(workspace.name(path), format)];
  });
}

function isOurs(bytes: Uint8Array, { path, format }: Omit<Output, 'bytes'>, workspace: Workspace): boolean {
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
      return isOurText(new TextDecoder().decode(bytes));
  }
}

/** "Briefpress" in UTF-16, as pages on sheets name their maker. */
const SHEETS_MAKER = '/Producer <FEFF0042007200690065006600700072006500730073>';

/** In the head, which ends with an empty line. */
const OUR_DRAFT = /^(?:[^\r\n]+\r\n)*?X-Mailer: Briefpress\r\n/;
const OUR_PAGE = /^<!DOCTYPE html>[\s\S]*?<meta name="generator" content="Briefpress">/;

/** Plain text has no place for a word of its maker: ours has its title near its start, underlined as far as it reaches. */
function isOurText(text: string): boolean {
  const lines = text.split('\n').slice(0, 16);
  return lines.some(
    (line, at) => /^={3,}$/.test(line) && lines.slice(0, at).some((above) => above.length >= line.length / 2),
  );
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
  const beside = workspace.read(path.replace(/\.md$/, '.pdf'), LIMIT);
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
