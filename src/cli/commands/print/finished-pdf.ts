import { error, failure, type Outcome, success } from '../../../diagnostics/diagnostic.js';
import { pageSizes } from '../../../evidence/extract/pdf/page-sizes.js';
import { DOCUMENT_LIMIT, type Workspace } from '../../../workspace/workspace.js';
import { type Printables, paperOf } from './printable.js';

/** A finished PDF. Errors: those of reading it, `print-unable` for what is not a PDF. */
export async function finishedPdf(path: string, workspace: Workspace): Promise<Outcome<Printables>> {
  const read = workspace.read(path, DOCUMENT_LIMIT);
  if (!read.ok) return read;
  const sizes = await pageSizes(read.value);
  if (sizes === null || sizes.length === 0) {
    const hints = ['Name a brief (.yaml, .json), or a PDF that opens without a password.'];
    return failure([error('print-unable', `${workspace.name(path)} is not a PDF that can be read.`, { hints })]);
  }
  const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.pdf$/i, '');
  const document = { name, bytes: read.value, pages: sizes.length, paper: paperOf(sizes) };
  return success({
    documents: [{ ...document, delivery: null, copy: null, printer: null }],
    before: () => success(null),
  });
}
