/** An item that is not in the brief yet: it is written into it whole, when what it needs is there. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FormField, Path } from '../../preview/protocol-editing.js';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import { FormContext, useForm } from './form-context.js';
import { GroupFields } from './group-fields.js';
import { type Group, idFrom, isEmpty, withoutEmpty } from './paths.js';
import { plainText, summaryLine } from './summary-line.js';
import { ownWriter } from './writer.js';

/** What the format leaves open and a brief is not built without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { keyFacts: ['sources'] };

interface NewItemProps {
  readonly field: FormField;
  /** Where it will be. */
  readonly path: Path;
  readonly onClose: (isAdded: boolean, item: Group) => void;
  readonly start?: Group;
}

export function NewItem({ field, path, onClose, start = {} }: NewItemProps) {
  const words = useWords();
  const facts = useForm();
  const box = useRef<HTMLFieldSetElement>(null);
  const [value, setValue] = useState<Group>(start);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const now = useRef(value);
  const item = field.item;
  const fields = item?.fields ?? [];
  const title = item === undefined ? '' : fieldWords(item).title;
  const writer = useMemo(
    () =>
      ownWriter(
        () => now.current,
        (next) => {
          now.current = next;
          setValue(next);
        },
      ),
    [],
  );
  useLayoutEffect(() => {
    // With its buttons, where there is room for it.
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('textarea, input, select')?.focus({ preventScroll: true });
  }, []);

  const needsId = fields.some(({ name, isRequired }) => name === 'id' && isRequired);
  const add = async (): Promise<void> => {
    // What is still being written is handed on when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await Promise.resolve();
    const needed = fields.filter(
      ({ name, isRequired }) => (isRequired && name !== 'id') || NEEDED[field.name]?.includes(name),
    );
    const left = needed.filter(({ name }) => isEmpty(now.current[name]));
    setMissing(left.map((each) => fieldWords(each).title));
    if (left.length > 0) {
      const first = box.current?.querySelector<HTMLElement>(
        `[data-field$="${left[0]?.name}"] :is(textarea, input, select)`,
      );
      return first?.focus();
    }
    const written = withoutEmpty(now.current) as Group;
    const taken = facts.idsFor('').concat(facts.sources.map(({ id }) => id));
    const said = plainText(written.title, facts.languages[0]) || summaryLine(written, facts.languages[0]);
    const whole = needsId && written.id === undefined ? { id: idFrom(said, taken), ...written } : written;
    if (await facts.writer.change({ op: 'insert', path, value: whole })) onClose(true, whole);
  };
  return (
    <FormContext.Provider value={{ ...facts, writer }}>
      <fieldset class="newitem" ref={box}>
        <legend>{words.newOf(title)}</legend>
        <GroupFields fields={fields} path={[]} value={value} without={needsId ? ['id'] : []} />
        {missing.length > 0 && (
          <p class="wrong" role="alert">
            {words.missingFields(missing.join(', '))}
          </p>
        )}
        <div class="row">
          <button type="button" class="button main" onClick={() => void add()}>
            {words.addToBrief}
          </button>
          <button type="button" class="button" onClick={() => onClose(false, now.current)}>
            {words.cancel}
          </button>
        </div>
      </fieldset>
    </FormContext.Provider>
  );
}
