#!/usr/bin/env node
import { VERSION } from '../briefing/version.js';

/**
 * The program as it is installed: what starts it out of its packs (see ../workspace/compiled-packs.ts). To say its version
 * it needs none of them.
 */
const argv = process.argv.slice(2);
if (argv.length === 1 && ['--version', '-V'].includes(argv[0] ?? '')) {
  // A pipe that is closed already.
  process.stdout.on('error', () => {});
  process.stdout.write(`${VERSION}\n`);
} else {
  void import('./run-packed.js').then(({ runPacked }) => runPacked(__dirname, argv));
}
