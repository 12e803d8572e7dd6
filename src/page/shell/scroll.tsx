import type { ComponentChildren, Ref } from 'preact';

interface ScrollProps {
  readonly label: string;
  readonly class: string;
  readonly children?: ComponentChildren;
  readonly box?: Ref<HTMLElement>;
  /** What the last drawn version is called; for who waits for it. */
  readonly shown?: string;
  readonly hidden?: boolean;
  readonly onFocus?: (event: FocusEvent) => void;
}

/** A named part of the page that scrolls, and can be reached and scrolled by the keyboard. */
export function Scroll({ label, class: name, children, box, shown, hidden = false, onFocus }: ScrollProps) {
  return (
    <section
      class={name}
      ref={box ?? null}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={label}
      data-shown={shown}
      hidden={hidden}
      onFocusIn={onFocus}
    >
      {children}
    </section>
  );
}
