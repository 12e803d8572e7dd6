/** The page of `briefpress preview`: what is written on one side, the printed pages on the other. */
import { render } from 'preact';
import { follow } from './connection.js';
import { Shell } from './shell/shell.js';
import { spoken } from './words/words.js';
import { takeState } from './writing.js';

const root = document.getElementById('page');
if (root) {
  document.documentElement.lang = spoken.value.language;
  render(<Shell />, root);
  follow(takeState);
}
