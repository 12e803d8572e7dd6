import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.js';
import type { BitmapFile, PictureFile } from './picture-file.js';

/** What is wrong with a picture, or of it is not shown: in the same words for every format, so that it is told once. */
export function pictureProblems(url: string, file: PictureFile, at: string | undefined): Diagnostic[] {
  const subject = `The picture “${url}”`;
  if (file.kind === 'unfit') return [error(file.code, `${subject} ${file.why}.`, { at, hints: [file.hint] })];
  return isAnimated(file) ? [stillOnly(subject, at)] : [];
}

export function isAnimated(file: PictureFile): file is BitmapFile {
  return file.kind === 'bitmap' && file.isAnimated === true;
}

/** @param subject the picture, at the beginning of a sentence */
export function stillOnly(subject: string, at?: string): Diagnostic {
  const message = `${subject} is animated: only its still picture is shown, which need not be one that it shows when it moves.`;
  return warning('image-animated', message, { at, hints: ['Save the moment that the reader is to see as a PNG.'] });
}
