/** Checks the sense of a brief whose shape is right. */
import { checkDates } from './dates.js';
import { checkDistribution } from './distribution.js';
import { checkEstimates } from './estimates.js';
import { checkFigures } from './figure-rules.js';
import type { Checked, Finding } from './finding.js';
import { checkIdentifiers } from './identifiers.js';
import { checkRules } from './rules.js';
import { checkSections } from './sections.js';
import { checkTexts } from './texts.js';
import { checkLanguages } from './translations.js';

/** Every finding, in no order. */
export function checkSense(checked: Checked): Finding[] {
  return [
    ...checkIdentifiers(checked),
    ...checkDates(checked),
    ...checkLanguages(checked),
    ...checkSections(checked),
    ...checkFigures(checked),
    ...checkRules(checked),
    ...checkDistribution(checked),
    ...checkEstimates(checked),
    ...checkTexts(checked),
  ];
}
