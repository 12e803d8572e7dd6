import type { Snapshot } from '../../brief/brief.js';
import { declaredCharset, decode } from './encoding.js';
import type { Extracted } from './extracted.js';
import { textOfPlain } from './plain-text.js';

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

/** The media type that the ending of a file's name stands for; null for a file whose text cannot be read. */
export function mediaTypeOf(file: string): string | null {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return ENDINGS[ending] ?? null;
}

/** The text of a kept copy: plain text, Markdown, HTML, or a PDF with text. The readers are loaded when they are needed. */
export async function extractText(bytes: Uint8Array, { file, mediaType }: Snapshot): Promise<Extracted> {
  const type = mediaType ?? mediaTypeOf(file);
  const [essence = '', ...parameters] = (type ?? '').split(';').map((part) => part.trim());
  const label = parameters.map((each) => /^charset="?([^"]+)"?$/i.exec(each)?.[1]).find((each) => each !== undefined);
  const kind: SnapshotKind | undefined = KINDS[essence.toLowerCase()];
  switch (kind) {
    case 'pdf':
      return (await import('./pdf/pdf.js')).textOfPdf(bytes);
    case 'html': {
      const html = decode(bytes, { label: label ?? declaredCharset(bytes), type: essence });
      return html.ok ? (await import('./html.js')).textOfHtml(html.text) : html;
    }
    case 'markdown': {
      const text = decode(bytes, { label, type: essence });
      return text.ok ? (await import('./markdown.js')).textOfMarkdown(text.text) : text;
    }
    case 'text': {
      const text = decode(bytes, { label, type: essence });
      return text.ok ? { ok: true, text: textOfPlain(text.text) } : text;
    }
    case undefined:
      return unknownKind(file, type);
  }
}

/** What to do with other files that people keep, by file name extension. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/\.(?:mht|mhtml|webarchive|maff)$/i, 'Open it in a browser, and save the page as HTML only or print it as a PDF.'],
  [/\.(?:docx?|odt|rtf|pages|pptx?|odp|epub)$/i, 'Open it, and save it as a PDF or as plain text.'],
  [/\.(?:eml|msg)$/i, 'Open the mail, and save it as plain text or print it as a PDF.'],
  [/\.(?:png|jpe?g|gif|tiff?|webp|heic|bmp)$/i, 'Recognise its text (OCR), and keep that as a PDF or as plain text.'],
];

function unknownKind(file: string, type: string | null): Extracted {
  const advice = ADVICE.find(([ending]) => ending.test(file))?.[1];
  return {
    ok: false,
    reason: `is of a kind whose text cannot be read${type === null ? '' : ` (${type})`}`,
    hint: advice ?? 'Keep plain text, Markdown, HTML or a PDF with text, and say which in `mediaType`.',
  };
}
