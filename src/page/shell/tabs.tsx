/** Tabs as the ARIA practices have them: one is in the order of the Tab key, the arrows go to the others. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface Tab<N extends string> {
  readonly name: N;
  readonly title: string;
  readonly count?: number | null;
}

interface TabsProps<N extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<N>[];
  readonly chosen: N;
  readonly onChoose: (name: N) => void;
}

export function Tabs<N extends string>({ label, tabs, chosen, onChoose }: TabsProps<N>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ name }) => name === chosen);
    const last = tabs.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    onChoose(tab.name);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.name}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list}>
      {tabs.map(({ name, title, count }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={`panel-${name}`}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
          onKeyDown={onKeyDown}
        >
          {title} {count ? <span class="count">{count}</span> : null}
        </button>
      ))}
    </div>
  );
}

interface PanelProps {
  readonly name: string;
  readonly chosen: string;
  readonly children: ComponentChildren;
  /** Kept when another is chosen, as it is costly to make anew. */
  readonly isKept?: boolean;
}

export function Panel({ name, chosen, children, isKept = false }: PanelProps) {
  const isChosen = name === chosen;
  return (
    <div class="panel" role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} hidden={!isChosen}>
      {isChosen || isKept ? children : null}
    </div>
  );
}
