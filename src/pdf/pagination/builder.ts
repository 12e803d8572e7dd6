import { LayoutBuilder } from '../pdfmake.js';

/** Page breaking: pdfmake's own, until this room has better. */
export class PagedLayoutBuilder extends LayoutBuilder {}
