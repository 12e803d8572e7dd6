/**
 * The shapes of pdfmake 0.3.11's and pdfkit 0.19.1's inner objects, as far as this room touches them. Lengths are
 * points; y grows downwards from the top of the page.
 */
export type * from './engine-layout.js';
export type * from './engine-nodes.js';
export type * from './engine-ref.js';
