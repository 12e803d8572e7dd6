/** What is wrong, and where: each leads to its line in the text. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../preview/protocol.js';
import { page, problemsOf } from '../model.js';
import { showPlace } from '../showing.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';

export function Problems() {
  const words = useWords();
  const server = useStore(page, (state) => state.server);
  const draft = useStore(page, (state) => state.draft);
  const [chosen, setOpen] = useState<boolean | null>(null);
  const problems = problemsOf({ ...page.value, server, draft });
  const counts = (['error', 'warning', 'info'] as const).map((kind) => ({
    kind,
    count: problems.filter(({ severity }) => severity === kind).length,
  }));
  const said = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => ({ error: words.errors, warning: words.warnings, info: words.infos })[kind](count));
  const hasErrors = (counts[0]?.count ?? 0) > 0;
  // Remarks can wait.
  const isOpen = chosen ?? problems.some(({ severity }) => severity !== 'info');
  return (
    <section class="problems" aria-label={words.problems}>
      <h2>
        <button type="button" aria-expanded={isOpen} disabled={problems.length === 0} onClick={() => setOpen(!isOpen)}>
          <span class={hasErrors ? 'count bad' : 'count'}>{problems.length}</span>
          <span role="status">{said.length === 0 ? words.noProblems : said.join(', ')}</span>
        </button>
      </h2>
      {isOpen && problems.length > 0 && (
        <ul>
          {problems.map((problem, index) => (
            <li key={index}>
              <OneProblem problem={problem} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OneProblem({ problem }: { readonly problem: Problem }) {
  const words = useWords();
  const { severity, code, message, hints, range, file, isOfBrief, field } = problem;
  const title = words.problemTitle(code);
  const place = [isOfBrief ? null : file, range === null ? null : words.line(range.line), field];
  return (
    <button
      type="button"
      class={`problem ${severity}`}
      disabled={!isOfBrief || range === null}
      onClick={() => showPlace(problem)}
    >
      <span class="head">
        <span class="kind">{words[severity]}</span>
        <span class="place">{place.filter(Boolean).join(', ')}</span>
      </span>
      {title !== null && <span class="title">{title}</span>}
      <span lang="en">{message}</span>
      {hints.map((hint) => (
        <span key={hint} class="hint" lang="en">
          {hint}
        </span>
      ))}
    </button>
  );
}
