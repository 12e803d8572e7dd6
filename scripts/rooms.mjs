/**
 * The rooms of `src/`, in the order in which the data goes, and what each may import. The one list that the checks of
 * boundaries derive from; a test compares the table in ARCHITECTURE.md with it.
 */
export const ROOMS = {
  diagnostics: [],
  digest: [],
  kept: [],
  document: [],
  colour: [],
  syntax: ['diagnostics', 'kept'],
  markdown: ['document', 'kept'],
  brief: ['diagnostics', 'digest', 'syntax', 'document', 'markdown'],
  evidence: ['diagnostics', 'digest', 'brief', 'document', 'markdown', 'colour'],
  change: ['diagnostics', 'syntax', 'brief'],
  redaction: ['diagnostics', 'brief', 'document', 'markdown'],
  edition: ['diagnostics', 'brief', 'change', 'document', 'markdown'],
  memo: ['diagnostics', 'syntax', 'edition', 'document', 'markdown'],
  layout: ['diagnostics', 'syntax', 'document', 'colour', 'kept'],
  pdf: ['diagnostics', 'digest', 'kept', 'layout'],
  web: ['document', 'layout', 'colour'],
  plain: ['document'],
  proof: ['diagnostics', 'kept'],
  briefing: [
    'diagnostics',
    'digest',
    'syntax',
    'brief',
    'evidence',
    'redaction',
    'edition',
    'memo',
    'document',
    'layout',
    'pdf',
    'web',
    'plain',
    'proof',
  ],
  delivery: ['diagnostics', 'brief', 'redaction'],
  workspace: ['diagnostics'],
  ledger: ['diagnostics', 'digest', 'syntax', 'workspace'],
  mail: ['diagnostics', 'digest', 'brief', 'redaction', 'proof', 'briefing', 'delivery', 'workspace', 'ledger'],
  imposition: ['diagnostics'],
  printer: ['diagnostics', 'document', 'workspace', 'ledger'],
  materials: ['diagnostics', 'digest', 'syntax', 'brief', 'evidence', 'memo', 'layout', 'briefing', 'workspace'],
  copies: [
    'diagnostics',
    'digest',
    'syntax',
    'brief',
    'evidence',
    'redaction',
    'delivery',
    'briefing',
    'materials',
    'workspace',
  ],
  preview: [
    'diagnostics',
    'digest',
    'syntax',
    'brief',
    'evidence',
    'change',
    'redaction',
    'document',
    'markdown',
    'briefing',
    'materials',
    'workspace',
  ],
  page: ['syntax', 'document', 'preview'],
  verify: ['diagnostics', 'digest', 'syntax', 'brief', 'proof', 'briefing', 'materials', 'workspace'],
};

/** Rooms that may import everything, and that nothing imports. */
export const ENTRANCES = ['cli'];

/** The one room, or folder of a room, that knows each package. Packages not here or below are for development alone. */
export const OWNERS = {
  marked: 'markdown',
  'mdast-util-to-markdown': 'markdown',
  'mdast-util-gfm-autolink-literal': 'markdown',
  'mdast-util-gfm-footnote': 'markdown',
  'mdast-util-gfm-strikethrough': 'markdown',
  'mdast-util-gfm-table': 'markdown',
  entities: 'markdown',
  handlebars: 'memo',
  pdfmake: 'pdf/engine',
  pdfkit: 'pdf/engine',
  fontkit: 'pdf/engine',
  linebreak: 'pdf/engine',
  hyphen: 'pdf',
  'bidi-js': 'pdf',
  sax: 'layout',
  culori: 'colour',
  '@noble/hashes': 'digest',
  yaml: 'syntax',
  'csv-parse': 'syntax',
  'csv-stringify': 'syntax',
  'd3-array': 'layout',
  'd3-scale': 'layout',
  'd3-shape': 'layout',
  diff: 'change',
  parse5: 'evidence',
  unpdf: 'evidence',
  'string-width': 'plain',
  nodemailer: 'mail',
  'pdf-lib': 'imposition',
  hono: 'preview',
  '@hono/node-server': 'preview',
  preact: 'page',
  '@codemirror': 'page',
  '@lezer': 'page',
  'pdfjs-dist': 'page',
  commander: 'cli',
  '@bomb.sh/tab': 'cli',
  picocolors: 'cli',
  chokidar: 'workspace',
};

/** Packages that several rooms may know. */
export const SHARED_PACKAGES = ['fflate'];

function reaches(room, wanted, seen = new Set()) {
  if (room === wanted) return true;
  if (seen.has(room)) return false;
  seen.add(room);
  return ROOMS[room].some((next) => reaches(next, wanted, seen));
}

/**
 * Rooms that cannot reach the disk, the clock or the process: what they need comes in as an argument, so that the same
 * brief gives the same bytes. They are the rooms from which the workspace cannot be reached.
 */
export const PURE_ROOMS = Object.keys(ROOMS).filter((room) => !reaches(room, 'workspace'));
