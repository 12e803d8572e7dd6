import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords } from '../words/words.js';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A question over the page: the browser's own dialog, which keeps the keyboard in it and gives it back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog class="sheetbox" ref={box} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

interface FormDialogProps extends DialogProps {
  /** What the button says that hands in what was filled in. */
  readonly action: string;
  readonly onSubmit: (given: Readonly<Record<string, string>>) => Promise<unknown>;
}

/** A dialog with fields to fill in; those that were left empty are not handed in. */
export function FormDialog({ action, onSubmit, children, ...dialog }: FormDialogProps) {
  const words = useWords();
  return (
    <Dialog {...dialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)] as const);
          void onSubmit(Object.fromEntries(given.filter(([, value]) => value.trim() !== '')));
        }}
      >
        {children}
        <div class="row">
          <button type="submit" class="button main">
            {action}
          </button>
          <button type="button" class="button" onClick={dialog.onClose}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
