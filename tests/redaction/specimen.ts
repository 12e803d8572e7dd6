import type { LoadedBrief } from '../../src/brief/brief.js';
import { readBrief } from '../../src/brief/read.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { RedactionChoice } from '../../src/redaction/choose-redaction.js';
import { type RedactedBrief, redactAsAsked } from '../../src/redaction/redact-brief.js';

/** A brief with something to withhold in every corner. */
export const SPECIMEN = `briefpress: 1
# The comment names Agent Nightjar.
id: harbour
edition: 2
supersedes: { edition: 1, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }
title: The harbour at Port Wistful
subtitle: A subtitle for the minister alone
reference: MFA/2024/0117
asOf: 2024-09-04
languages: [en, sv]
marking: { tlp: AMBER, restrictions: Not beyond the third floor, gscp: { tier: OFFICIAL, handling: [RECIPIENTS ONLY] }, chathamHouse: true }
from: { unit: The quiet desk }
to: [{ role: The Minister }, { role: Port authority, tlp: GREEN }]
clearances: [{ by: Legal service, outcome: concur }]
summary: The harbour will close, we are told in confidence.
keyFacts:
  - id: visit
    tlp: GREEN
    text: { en: The *visit* took place., sv: Besöket ägde rum. }
    sources: [press, cable]
  - id: secret-talks
    text: Secret talks went on at the villa.
    sources: [cable]
  - id: for-partners
    tlp: GREEN
    audiences: [partners]
    text: { en: Partners were told beforehand., sv: Partnerna fick veta. }
    sources: [press]
judgements:
  - tlp: GREEN
    text: { en: The harbour stays open., sv: Hamnen förblir öppen. }
    basis: [visit]
  - text: The villa will be sold.
    basis: [secret-talks]
speakingPoints:
  - text: We know nothing of a villa.
distribution:
  - { copy: 1, role: Redactor of the first copy, edition: public, tlp: GREEN }
  - { copy: 2, role: Redactor of the second copy, tlp: GREEN }
sources:
  - id: press
    tlp: CLEAR
    type: article-newspaper
    title: Report on the visit
    issued: 2024-09-03
    descriptor: { en: One report., sv: En artikel. }
  - id: cable
    type: personal_communication
    title: Cable from the consulate
  - id: unused-later
    tlp: CLEAR
    type: book
    title: A book that only the secret cites
glossary:
  - { term: Villa, meaning: "The house on the hill [@unused-later]" }
editions:
  - id: public
    maxTlp: GREEN
    overrides:
      title: { en: The harbour, sv: Hamnen }
      summary: { en: The visit took place., sv: Besöket ägde rum. }
  - id: partners
    maxTlp: GREEN
    audiences: [partners]
    languages: [en]
    overrides: { title: The harbour for partners, summary: Told beforehand. }
`;

/** Briefs that were read: reading is not what these tests are about. */
const known = new Map<string, LoadedBrief>();

export function loadedFrom(text: string, file = 'harbour.yaml'): LoadedBrief {
  const before = known.get(`${file} ${text}`);
  if (before !== undefined) return before;
  const format = file.endsWith('.json') ? 'json' : 'yaml';
  const read = readBrief(text, { file, format, readFile: () => ({ ok: false, reason: 'missing' }) });
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  known.set(`${file} ${text}`, read.value);
  return read.value;
}

export function redactedFrom(text: string, choice: RedactionChoice = { edition: 'public' }): RedactedBrief {
  const made = redactAsAsked(loadedFrom(text), choice);
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join('\n'));
  return made.value;
}

export function problemsOf(text: string, choice: RedactionChoice = { edition: 'public' }): readonly Diagnostic[] {
  return redactAsAsked(loadedFrom(text), choice).diagnostics;
}
