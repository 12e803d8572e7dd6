import type { DiagnosticCode } from '../codes.js';
import { BRIEF } from './brief.js';
import { DELIVERY } from './delivery.js';
import { DOCUMENTS } from './documents.js';
import { EVIDENCE } from './evidence.js';
import type { CodeExplanation } from './explanation.js';
import { MAIL } from './mail.js';
import { PRINT } from './printing.js';
import { READING } from './reading.js';

/** Every code: one that is missing does not compile. */
export const EXPLANATIONS: Readonly<Record<DiagnosticCode, CodeExplanation>> = {
  ...READING,
  ...BRIEF,
  ...EVIDENCE,
  ...DOCUMENTS,
  ...DELIVERY,
  ...MAIL,
  ...PRINT,
};
