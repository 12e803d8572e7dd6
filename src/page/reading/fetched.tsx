import { useEffect, useState } from 'preact/hooks';
import { get } from '../address.js';
import { useWords } from '../words/words.js';

/** What is at an address; what was at the one before until it is there. */
export function useFetched<T>(address: string | null): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    let isWanted = address !== null;
    if (address !== null) {
      get<T>(address).then(
        (fetched) => isWanted && setValue(fetched),
        // A newer version is there already, or the server is away, which the page says elsewhere.
        () => {},
      );
    }
    return () => {
      isWanted = false;
    };
  }, [address]);
  return value;
}

/** What is seen until it is there. */
export function Fetching() {
  const words = useWords();
  return (
    <p class="empty" role="status">
      {words.fetching}
    </p>
  );
}
