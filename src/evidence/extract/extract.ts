import type { Snapshot } from '../../brief/brief.js';
import type { Extracted } from './extracted.js';

type SnapshotKind = 'text' | 'markdown' | 'html' | 'pdf';

const KINDS: Readonly<Record<string, SnapshotKind>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
};

const ENDINGS: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  pdf: 'application/pdf',
};

/** The media type that the ending of a file's name stands for; null for one whose text cannot be read. */
export function mediaTypeOf(file: string): string | null {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return ENDINGS[ending] ?? null;
}

/** The text of a kept copy: plain text, Markdown, HTML, or a PDF with text. The readers are loaded when they are needed. */
export async function extractText(bytes: Uint8Array, { file, mediaType }: Snapshot): Promise<Extracted> {
  const type = mediaType ?? mediaTypeOf(file) ?? 'unknown';
  const [essence = '', ...parameters] = type.split(';').map((part) => part.trim());
  const charset = parameters.map((each) => /^charset="?([^"]+)"?$/i.exec(each)?.[1]).find((each) => each !== undefined);
  const kind: SnapshotKind | undefined = KINDS[essence.toLowerCase()];
  switch (kind) {
    case 'pdf':
      return (await import('./pdf.js')).textOfPdf(bytes);
    case 'html': {
      const { declaredCharset, textOfHtml } = await import('./html.js');
      const html = decode(bytes, charset ?? declaredCharset(bytes));
      return html.ok ? textOfHtml(html.text) : html;
    }
    case 'markdown': {
      const text = decode(bytes, charset);
      return text.ok ? { ok: true, text: (await import('./markdown.js')).textOfMarkdown(text.text) } : text;
    }
    case 'text':
      return decode(bytes, charset);
    case undefined:
      return {
        ok: false,
        reason: `is of a kind whose text cannot be read (${type})`,
        hint: 'Keep plain text, Markdown, HTML or a PDF with text, and say which in `mediaType`.',
      };
  }
}

/** Text in UTF-8, in UTF-16 with its mark, or in the encoding that is declared; everything else is refused. */
function decode(bytes: Uint8Array, declared: string | undefined): Extracted {
  const encoding = markedEncoding(bytes) ?? declared ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { ok: true, text };
  } catch {
    // An encoding that is not known, or bytes that are none of its characters: both are said below.
  }
  return {
    ok: false,
    reason: `is no text in ${encoding.toUpperCase()}`,
    hint: 'Save it again in UTF-8, or say its encoding: `mediaType: text/plain; charset=windows-1252`.',
  };
}

/** The encoding that a byte order mark says: https://encoding.spec.whatwg.org/#bom-sniff */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}
