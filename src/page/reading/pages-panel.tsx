/** The printed pages. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { stepsOf } from '../../syntax/places.js';
import { page } from '../model.js';
import { PdfView } from '../pages/pdf-view.js';
import { spotsSource } from '../pages/spots-source.js';
import { rangeOfPath } from '../places.js';
import { sayFault } from '../saying.js';
import { Icon } from '../shell/icon.js';
import { Scroll } from '../shell/scroll.js';
import { showPlace } from '../showing.js';
import { useStore } from '../store.js';
import { useWords, words } from '../words/words.js';

export function PagesPanel() {
  const root = useRef<HTMLElement>(null);
  const view = useRef<PdfView | null>(null);
  const [at, setAt] = useState({ page: 1, of: 0 });
  const [scale, setScale] = useState(1);
  const [shown, setShown] = useState('');
  const said = useWords();
  const hasDocument = useStore(page, ({ server }) => (server?.document ?? null) !== null);
  const toPage = useStore(page, (state) => state.toPage);

  useEffect(() => {
    if (!root.current) return;
    view.current = new PdfView(root.current, {
      onPage: (number, of) => setAt((was) => (was.page === number && was.of === of ? was : { page: number, of })),
      onZoom: setScale,
      onSpot: ({ field, range }) => {
        const { draft } = page.value;
        const now = draft === null ? null : rangeOfPath(draft, stepsOf(field));
        showPlace({ field, range: now ?? range });
      },
      label: (number, of) => words().pageOf(number, of),
    });
    // At once, and before the page is drawn anew around them.
    let last: string | null = null;
    const show = (): void => {
      const coming = page.value.server?.build.coming ?? null;
      if (coming !== null) view.current?.expect(coming);
      const next = page.value.server?.document?.version ?? null;
      if (next === last) return;
      last = next;
      if (next === null) return;
      view.current
        ?.show(next, spotsSource(next))
        .then((isShown) => isShown && setShown(next))
        .catch(sayFault);
    };
    show();
    const end = page.listen(show);
    return () => {
      end();
      view.current?.destroy();
    };
  }, []);

  useEffect(() => {
    if (toPage) void view.current?.find(toPage.path);
  }, [toPage]);

  return (
    <>
      <div class="tools">
        <button
          type="button"
          class="button small icon"
          aria-label={said.previousPage}
          onClick={() => view.current?.goTo(at.page - 1)}
        >
          <Icon name="back" />
        </button>
        <span class="where">{at.of > 0 ? said.pageOf(at.page, at.of) : ''}</span>
        <button
          type="button"
          class="button small icon"
          aria-label={said.nextPage}
          onClick={() => view.current?.goTo(at.page + 1)}
        >
          <Icon name="closed" />
        </button>
        <span class="gap" />
        <button
          type="button"
          class="button small icon"
          aria-label={said.zoomOut}
          onClick={() => view.current?.step(-1)}
        >
          <Icon name="minus" />
        </button>
        <span class="where">{Math.round(scale * 100)} %</span>
        <button type="button" class="button small icon" aria-label={said.zoomIn} onClick={() => view.current?.step(1)}>
          <Icon name="plus" />
        </button>
        <button type="button" class="button small" onClick={() => view.current?.setZoom('fit')}>
          {said.zoomFit}
        </button>
      </div>
      <Staleness />
      <Scroll class="sheets" box={root} label={said.pages} shown={shown} hidden={!hasDocument} />
      {!hasDocument && <NoPages />}
    </>
  );
}

/** Says where the pages are not those of the brief as it is. */
function Staleness() {
  const said = useWords();
  const server = useStore(page, (state) => state.server);
  const isStale = server?.document?.isStale ?? false;
  const isMissing = server?.build.status === 'missing';
  return (
    <div role="status">
      {isMissing ? (
        <div class="note bad">
          <p>{said.missing}</p>
        </div>
      ) : isStale ? (
        <div class="note bad">
          <p>{said.stale}</p>
        </div>
      ) : null}
    </div>
  );
}

function NoPages() {
  const said = useWords();
  const status = useStore(page, ({ server }) => server?.build.status ?? null);
  const text = status === 'building' ? said.building : status === 'none' ? said.noBrief : said.noDocument;
  return <p class="empty">{status === null ? '' : status === 'missing' ? '' : text}</p>;
}
