/**
 * What a PDF promises of itself. `ua1`: PDF/UA-1 (ISO 14289-1) with PDF/A-3a (ISO 19005-3), in PDF 1.7. `ua2`: PDF/UA-2
 * (ISO 14289-2) with PDF/A-4f (ISO 19005-4), in PDF 2.0; without attachments, PDF/A-4.
 */
export const STANDARDS = ['ua1', 'ua2'] as const;
export type Standard = (typeof STANDARDS)[number];

export const USUAL_STANDARD: Standard = 'ua1';

/** Of the file's format, as its first line has it. */
export function pdfVersion(standard: Standard): '1.7' | '2.0' {
  return standard === 'ua2' ? '2.0' : '1.7';
}
