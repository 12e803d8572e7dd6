/** Asks what is to stay where the page and the disk have both changed one thing. Nothing is written before. */
import { useState } from 'preact/hooks';
import type { Question } from '../../preview/protocol-editing.js';
import { page } from '../model.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { save } from '../writing.js';
import { Dialog } from './dialog.js';

export function Conflict() {
  const questions = useStore(page, (state) => state.questions);
  return questions === null ? null : <Questions questions={questions} />;
}

function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const words = useWords();
  const [answers, setAnswers] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const isAnswered = questions.every(({ id }) => answers[id] !== undefined);
  return (
    <Dialog title={words.conflict} onClose={() => page.set({ questions: null })}>
      <p>{words.conflictHelp}</p>
      {questions.map(({ id, about, mine, theirs }) => (
        <fieldset key={id} class="question">
          <legend>{about}</legend>
          {(['mine', 'theirs'] as const).map((whose) => (
            <label key={whose} class="version">
              <input
                type="radio"
                name={id}
                checked={answers[id] === whose}
                onChange={() => setAnswers({ ...answers, [id]: whose })}
              />
              <span>
                <b>{words[whose]}</b>
                <span class="raw">{(whose === 'mine' ? mine : theirs) ?? words.isGone}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div class="row">
        <button type="button" class="button main" disabled={!isAnswered} onClick={() => void save(answers)}>
          {words.saveChoice}
        </button>
        <button type="button" class="button" onClick={() => page.set({ questions: null })}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}
