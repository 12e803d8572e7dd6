/** How the program becomes one with the packages that it is made of: for `dist/` and for the executable alike. */
import { ROOT } from './load-source.mjs';

/**
 * fontkit reads WOFF2 with brotli and its dictionary of a megabyte; only TrueType and OpenType files are given to it
 * (src/pdf/fonts/font-file.ts).
 */
const withoutBrotli = {
  name: 'without-brotli',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^brotli\// }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `module.exports = () => { throw new Error('${path} is not part of Briefpress') };`,
    }));
  },
};

/** Options of esbuild. Not made smaller, so that the stack trace of a fault names the functions that it went through. */
export const BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // dist/third-party.txt has the licences whole.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
  plugins: [withoutBrotli],
};
