/** The fields of the format; they do not change while the program runs. */
import { useEffect, useState } from 'preact/hooks';
import type { FormSchema } from '../../preview/protocol-editing.js';
import { addressOf, get } from '../address.js';

let fetched: Promise<FormSchema> | null = null;
let known: FormSchema | null = null;

export function useSchema(): FormSchema | null {
  const [schema, setSchema] = useState(known);
  useEffect(() => {
    if (known !== null) return;
    fetched ??= get<FormSchema>(addressOf('schema'));
    fetched.then(
      (each) => {
        known = each;
        setSchema(each);
      },
      () => {
        fetched = null;
      },
    );
  }, []);
  return schema;
}
