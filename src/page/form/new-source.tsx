/** A new source, from where one is cited. */
import { page } from '../model.js';
import { Dialog } from '../shell/dialog.js';
import { useStore } from '../store.js';
import { useWords } from '../words/words.js';
import { FormContext, useForm } from './form-context.js';
import { NewItem } from './new-item.js';
import { valueAt } from './paths.js';
import { useSchema } from './schema.js';
import { briefWriter } from './writer.js';

interface NewSourceProps {
  /** With its id, or null where none was made. */
  readonly onClose: (id: string | null) => void;
}

export function NewSource({ onClose }: NewSourceProps) {
  const words = useWords();
  const facts = useForm();
  const schema = useSchema();
  const listed = useStore(page, ({ draft }) => valueAt(draft?.data, ['sources']));
  const field = schema?.fields.find(({ name }) => name === 'sources');
  if (field === undefined) return null;
  const count = Array.isArray(listed) ? listed.length : 0;
  return (
    <Dialog title={words.newSource} onClose={() => onClose(null)}>
      <FormContext.Provider value={{ ...facts, writer: briefWriter }}>
        <NewItem
          field={field}
          path={['sources', count]}
          onClose={(isAdded, { id }) => onClose(isAdded && typeof id === 'string' ? id : null)}
        />
      </FormContext.Provider>
    </Dialog>
  );
}
