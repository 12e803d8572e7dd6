/** The brief as a form: what is in it, part by part, and what can be added. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FormField } from '../../preview/protocol-editing.js';
import { fieldOf, stepsOf } from '../../syntax/places.js';
import { isMap } from '../../syntax/values.js';
import { page, problemsOf } from '../model.js';
import { Scroll } from '../shell/scroll.js';
import { showOnPage } from '../showing.js';
import { useStore } from '../store.js';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import { Field } from './field.js';
import { FormContext } from './form-context.js';
import { factsOf } from './form-facts.js';
import { Part } from './part.js';
import { useSchema } from './schema.js';
import { briefWriter } from './writer.js';

/** Parts that most briefs have; they are offered where a brief begins. */
const USUAL = ['summary', 'keyFacts', 'stakeholders', 'quotes', 'openQuestions', 'sources'];
/** What the file begins with, and nobody changes. */
const HIDDEN = ['briefpress'];

export function FormPanel() {
  const words = useWords();
  const schema = useSchema();
  const draft = useStore(page, (state) => state.draft);
  const server = useStore(page, (state) => state.server);
  const toField = useStore(page, (state) => state.toField);
  const box = useRef<HTMLElement>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const data = isMap(draft?.data) ? draft.data : null;
  const facts = useMemo(() => factsOf(data ?? {}), [data]);
  const problems = problemsOf({ ...page.value, draft, server });

  useEffect(() => {
    if (toField) requestAnimationFrame(() => requestAnimationFrame(() => goTo(box.current, fieldOf(toField.path))));
  }, [toField]);

  if (schema === null || draft === null) return null;
  if (data === null) return <p class="empty">{words.notReadable}</p>;
  const fields = schema.fields.filter(({ name }) => !HIDDEN.includes(name));
  const head = fields.filter(isOfHead).sort((a, b) => placeInHead(a) - placeInHead(b));
  const parts = fields.filter((field) => !isOfHead(field));
  const isSeen = ({ name, isRequired }: FormField): boolean =>
    data[name] !== undefined || isRequired || USUAL.includes(name) || added.includes(name);
  return (
    <FormContext.Provider value={{ ...facts, problems, writer: briefWriter, Field }}>
      <Scroll class="scroll form" label={words.form} box={box} onFocus={followFocus}>
        {!draft.isReadable && <p class="note bad">{words.formOfOlder}</p>}
        <Part name="head" title={words.aboutBrief} fields={head} data={data} isWhole />
        {parts.filter(isSeen).map((field) => (
          <Part key={field.name} name={field.name} title={fieldWords(field).title} fields={[field]} data={data} />
        ))}
        <section class="addparts" aria-labelledby="addparts">
          <h2 id="addparts">{words.addPart}</h2>
          <ul>
            {parts
              .filter((field) => !isSeen(field))
              .map((field) => (
                <li key={field.name}>
                  <button
                    type="button"
                    onClick={() => {
                      setAdded([...added, field.name]);
                      page.set({ toField: { path: [field.name] } });
                    }}
                  >
                    <b>{fieldWords(field).title}</b> {fieldWords(field).description}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      </Scroll>
    </FormContext.Provider>
  );
}

let followed = '';

/** The page shows what is being written. */
function followFocus(event: FocusEvent): void {
  const place = event.target instanceof Element ? event.target.closest('[data-field], [data-item]') : null;
  const name = place?.getAttribute('data-field') ?? place?.getAttribute('data-item') ?? '';
  if (name === followed || name === '' || place?.closest('.newitem')) return;
  followed = name;
  showOnPage(stepsOf(name));
}

/** What a person thinks of first; the rest as the format has it. */
const HEAD = ['title', 'subtitle', 'asOf', 'type', 'status', 'languages', 'reference', 'issuedAt'];

function placeInHead({ name }: FormField): number {
  return HEAD.includes(name) ? HEAD.indexOf(name) : HEAD.length;
}

/** The single values at the beginning of a brief are one part. */
function isOfHead({ kind, name }: FormField): boolean {
  return (
    !['group', 'any'].includes(kind) &&
    name !== 'summary' &&
    !(kind === 'list' && name !== 'languages') &&
    !['background', 'analysis'].includes(name)
  );
}

/** Brings a field into sight, and puts the cursor in it where it can be written. */
function goTo(root: HTMLElement | null, name: string): void {
  const parts = name.split(/(?=[.[])/);
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = CSS.escape(parts.slice(0, length).join(''));
    const found = root?.querySelector<HTMLElement>(
      `[data-field="${wanted}"], [data-item="${wanted}"], [data-part="${wanted}"]`,
    );
    if (!found) continue;
    found.scrollIntoView({ block: 'center' });
    found.querySelector<HTMLElement>('textarea, input, select, .itemname, .add')?.focus({ preventScroll: true });
    return;
  }
}
