/** The items of a list, each in one line until it is opened: added, removed, moved. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { fieldOf } from '../../syntax/places.js';
import { isMap } from '../../syntax/values.js';
import { page } from '../model.js';
import { Icon } from '../shell/icon.js';
import { showOnPage } from '../showing.js';
import { useStore } from '../store.js';
import { fieldWords } from '../words/fields.js';
import { useWords } from '../words/words.js';
import { useForm } from './form-context.js';
import type { ListProps } from './form-props.js';
import { GroupFields } from './group-fields.js';
import { NewItem } from './new-item.js';
import type { Group } from './paths.js';
import { summaryLine } from './summary-line.js';

export function ItemList({ field, path, value }: ListProps) {
  const { writer, languages } = useForm();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<readonly number[]>([]);
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState('');
  const toField = useStore(page, (state) => state.toField);
  const title = fieldWords(field).title;
  const name = fieldOf(path);

  // A problem or a place on the page that leads to a field of an item.
  useEffect(() => {
    const step = toField?.path[path.length];
    if (!toField || typeof step !== 'number' || fieldOf(toField.path.slice(0, path.length)) !== name) return;
    setOpen((was) => (was.includes(step) ? was : [...was, step]));
  }, [toField]);

  const toggle = (at: number): void => setOpen(open.includes(at) ? open.filter((each) => each !== at) : [...open, at]);
  const focusOn = (at: number, part: string): void => {
    requestAnimationFrame(() => {
      const items = box.current?.querySelectorAll<HTMLElement>(`:scope > .items > li`);
      const button = items?.[at]?.querySelector<HTMLButtonElement>(`:scope > .itemhead .${part}`);
      if (button && !button.disabled) button.focus();
      else
        (
          items?.[at]?.querySelector<HTMLElement>(':scope > .itemhead .itemname') ??
          box.current?.querySelector<HTMLElement>('.add')
        )?.focus();
    });
  };
  const move = async (at: number, to: number): Promise<void> => {
    if (!(await writer.change({ op: 'move', path: [...path, at], to }))) return;
    setOpen(open.map((each) => (each === at ? to : each === to ? at : each)));
    focusOn(to, to < at ? 'up' : 'down');
  };
  const remove = async (at: number): Promise<void> => {
    const isLast = value.length === 1 && !field.isRequired;
    if (!(await writer.change(isLast ? { op: 'remove', path } : { op: 'remove', path: [...path, at] }))) return;
    setOpen(open.filter((each) => each !== at).map((each) => (each > at ? each - 1 : each)));
    focusOn(Math.min(at, value.length - 2), 'itemname');
  };
  return (
    <div class="itemlist" ref={box}>
      {value.length > 0 && (
        <ol class="items">
          {value.map((item, at) => (
            <Item
              key={keyOf(item, at)}
              {...{ field, path, item, at }}
              isOpen={open.includes(at)}
              isLast={at === value.length - 1}
              onToggle={() => toggle(at)}
              onMove={(to) => void move(at, to)}
              onRemove={() => void remove(at)}
            />
          ))}
        </ol>
      )}
      {isAdding ? (
        <NewItem
          field={field}
          path={[...path, value.length]}
          onClose={(isAdded, item) => {
            setAdding(false);
            setAdded(isAdded ? words.added(summaryLine(item, languages[0])) : '');
            if (isAdded && writer.isBrief) showOnPage([...path, value.length]);
            // Facts seldom come alone: the next one is a key away.
            requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(':scope > .row > .add')?.focus());
          }}
        />
      ) : (
        <div class="row">
          <button type="button" class="button add" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {words.addTo(field.item === undefined ? title : fieldWords(field.item).title)}
          </button>
          {name === 'quotes' && (
            <button type="button" class="button" onClick={() => page.set({ write: 'copies' })}>
              {words.quoteFromCopy}
            </button>
          )}
        </div>
      )}
      <span class="unseen" role="status">
        {added}
      </span>
    </div>
  );
}

/** The same item keeps its fields, and what is being written in them, when others move. */
function keyOf(item: unknown, at: number): string {
  return isMap(item) && typeof item.id === 'string' ? item.id : `at ${at}`;
}

interface ItemProps {
  readonly field: ListProps['field'];
  readonly path: ListProps['path'];
  readonly item: unknown;
  readonly at: number;
  readonly isOpen: boolean;
  readonly isLast: boolean;
  readonly onToggle: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function Item({ field, path, item, at, isOpen, isLast, onToggle, onMove, onRemove }: ItemProps) {
  const words = useWords();
  const { languages, problems, writer } = useForm();
  const here = [...path, at];
  const name = fieldOf(here);
  const line = summaryLine(item, languages[0]) || words.empty;
  const wrong = writer.isBrief
    ? problems.filter((each) => each.field?.startsWith(name) && each.severity === 'error').length
    : 0;
  return (
    <li class={isOpen ? 'item open' : 'item'} data-item={name}>
      <div class="itemhead">
        <button type="button" class="itemname" aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={isOpen ? 'open' : 'closed'} />
          <span class="at">{at + 1}</span>
          <span class="said">{line}</span>
          {wrong > 0 && <span class="count bad">{words.errors(wrong)}</span>}
        </button>
        <button
          type="button"
          class="button small quiet icon up"
          disabled={at === 0}
          aria-label={`${words.moveUp}: ${line}`}
          onClick={() => onMove(at - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button small quiet icon down"
          disabled={isLast}
          aria-label={`${words.moveDown}: ${line}`}
          onClick={() => onMove(at + 1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="button small quiet icon"
          aria-label={`${words.remove}: ${line}`}
          onClick={onRemove}
        >
          <Icon name="remove" />
        </button>
      </div>
      {isOpen && (
        <div class="itembody">
          <GroupFields fields={field.item?.fields ?? []} path={here} value={isMap(item) ? item : ({} as Group)} />
        </div>
      )}
    </li>
  );
}
