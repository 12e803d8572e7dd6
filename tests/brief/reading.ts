import type { BriefContext } from '../../src/brief/brief.js';
import { readBrief } from '../../src/brief/read.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { FileRead } from '../../src/diagnostics/unread.js';

/** The smallest brief, with everything that other fields may refer to. */
export const SMALLEST = `briefpress: 1
title: Visit in spite of an arrest warrant
asOf: 2024-09-04
summary: Mongolia received a visitor whom it is bound to arrest.
keyFacts:
  - id: first-visit
    text: The visit was the first to a state party since the warrant.
    sources: [press-0903]
sources:
  - id: press-0903
    type: article-newspaper
    title: Report on the visit
    issued: 2024-09-03
`;

/** The smallest brief with some fields added, in place of those of the same name. */
export function briefWith(fields: string, base: string = SMALLEST): string {
  const replaced = [...fields.matchAll(/^(\w+):/gm)].map(([, name]) => name);
  const kept = base.split(/^(?=\w)/m).filter((part) => !replaced.includes(/^\w+/.exec(part)?.[0]));
  return `${kept.join('')}${fields}\n`;
}

export function contextOf(
  files: Readonly<Record<string, string | FileRead>> = {},
  file = 'briefs/x.yaml',
): BriefContext {
  return {
    file,
    format: file.endsWith('.json') ? 'json' : 'yaml',
    readFile: (path) => {
      const found = files[path];
      if (found === undefined) return { ok: false, reason: 'missing' };
      return typeof found === 'string' ? { ok: true, bytes: new TextEncoder().encode(found) } : found;
    },
  };
}

export function read(text: string | Uint8Array, files: Readonly<Record<string, string | FileRead>> = {}) {
  return readBrief(text, contextOf(files));
}

/** What reading a brief with these fields says. */
export function diagnosticsOf(
  fields: string,
  files: Readonly<Record<string, string | FileRead>> = {},
): readonly Diagnostic[] {
  return read(briefWith(fields), files).diagnostics;
}

/** `code field`, for comparing at a glance. */
export function gist(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

/** The words of the text that a diagnostic points at. */
export function pointedAt(text: string, { place }: Diagnostic): string {
  if (!place) return '';
  const lines = text.split('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn));
}
