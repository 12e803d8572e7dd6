/** The search of Firefox: pdf.js' own controller, on a document that it has opened itself. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const FOUND = 0;
const PENDING = 3;

interface Viewer {
  readonly EventBus: new () => {
    dispatch(name: string, state: object): void;
    _on(name: string, listener: (event: { readonly state: number }) => void): void;
  };
  readonly PDFFindController: new (setting: {
    linkService: object;
    eventBus: unknown;
  }) => {
    setDocument(document: unknown): void;
  };
}

/** Which of the words are not found, whatever the case of their letters. */
export async function notFoundIn(bytes: Uint8Array, words: readonly string[]): Promise<string[]> {
  const viewer = await loadViewer();
  const document = await pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const missed: string[] = [];
  try {
    for (const word of words) if (!(await isFound(word, document, viewer))) missed.push(word);
  } finally {
    await document.destroy();
  }
  return missed;
}

/** The viewer's module asks for a page to be shown on; the search needs none. */
async function loadViewer(): Promise<Viewer> {
  const anything: unknown = new Proxy(() => {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything),
    set: () => true,
    apply: () => anything,
  });
  const window = { requestAnimationFrame: (call: () => void) => call() };
  Object.assign(globalThis, { pdfjsLib: pdfjs, document: anything, window });
  try {
    return (await import('pdfjs-dist/legacy/web/pdf_viewer.mjs')) as unknown as Viewer;
  } finally {
    for (const name of ['document', 'window'] as const) Reflect.deleteProperty(globalThis, name);
  }
}

function isFound(word: string, document: { readonly numPages: number }, viewer: Viewer): Promise<boolean> {
  const eventBus = new viewer.EventBus();
  const linkService = { page: 1, pagesCount: document.numPages };
  const controller = new viewer.PDFFindController({ linkService, eventBus });
  controller.setDocument(document);
  return new Promise((resolve) => {
    eventBus._on('updatefindcontrolstate', ({ state }) => {
      if (state !== PENDING) resolve(state === FOUND);
    });
    const search = { type: 'again', query: word, caseSensitive: false, entireWord: false, highlightAll: false };
    eventBus.dispatch('find', { source: null, ...search, findPrevious: false, matchDiacritics: false });
  });
}
