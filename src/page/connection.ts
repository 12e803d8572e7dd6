/** Follows the server: every state that it tells, and again when it was away. */
import type { State } from '../preview/protocol.js';
import { addressOf, get, Refused } from './address.js';
import { page } from './model.js';

const PAUSES = [300, 600, 1200, 2500];

let attempt = 0;

/** Begins to follow, and goes on until the page is closed. */
export function follow(onState: (state: State) => void): void {
  const source = new EventSource(addressOf('events'));
  source.addEventListener('state', ({ data }) => {
    attempt = 0;
    const state = JSON.parse(data) as State;
    page.set({ connection: 'live' });
    onState(state);
  });
  source.addEventListener('end', () => again());
  source.addEventListener('error', () => again());

  let isOver = false;
  function again(): void {
    if (isOver) return;
    isOver = true;
    source.close();
    void isRefused().then((refused) => {
      page.set({ connection: refused ? 'refused' : 'lost' });
      const pause = PAUSES[Math.min(attempt++, PAUSES.length - 1)] ?? 2500;
      setTimeout(() => follow(onState), pause);
    });
  }
}

/** Whether there is a server, and it is another than that of this page. */
async function isRefused(): Promise<boolean> {
  try {
    await get(addressOf('state'));
    return false;
  } catch (error) {
    return error instanceof Refused && (error.refusal.refused === 'key' || error.status === 404);
  }
}
