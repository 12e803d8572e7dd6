import { Materials, makeDocument } from '../../../materials/make-document.js';
import { openText } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { type BuildSettings, briefingChoices } from '../../settings.js';
import { countOf } from '../../words.js';
import { broken, type Finding, fromProblems, missing, works } from './finding.js';

const LEAST = [20, 19] as const;
const RECOMMENDED = 24;

export function lookAtNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]);
  if (isOld)
    return broken('Node.js', `version ${version} is too old`, `Install Node.js ${RECOMMENDED}: https://nodejs.org/`);
  const isOlder = major < RECOMMENDED ? `; ${RECOMMENDED} is recommended` : '';
  return works('Node.js', `version ${version}${isOlder}`);
}

/** A brief of which a page is set, in memory, with the fonts, the theme and the labels that are configured. */
const TRIAL = `briefpress: 1
id: trial
title: A trial
asOf: 2024-09-04
summary: A page is set.
keyFacts: [{ text: It is so., sources: [press] }]
sources: [{ id: press, type: report, title: Report }]
`;

export async function lookAtFonts(settings: BuildSettings, workspace: Workspace): Promise<Finding> {
  const about = 'Pages';
  const text = new TextEncoder().encode(TRIAL);
  const opened = openText(workspace, { text, file: 'trial.yaml', folder: workspace.cwd, format: 'yaml' });
  if (!opened.loaded.ok) return fromProblems(about, opened.loaded);
  const materials = new Materials(workspace, settings.materials);
  const found = materials.for(opened.loaded.value, opened);
  if (!found.ok) return fromProblems(about, found);
  const choices = briefingChoices({ ...settings, formats: ['pdf'] });
  const made = await makeDocument(opened.loaded.value, choices, opened, materials);
  if (!made.ok) return fromProblems(about, made);
  const { body, title, heading, mono } = found.value.theme.fonts;
  const families = [...new Set([body, title, heading, mono])].join(', ');
  return works(about, `${countOf(made.value.pages, 'page')} set for trial; fonts: ${families}`);
}

/** What the documents are checked with by others; nothing of Briefpress needs it. */
const CHECKERS: readonly (readonly [program: string, what: string, todo: string])[] = [
  ['java', 'for veraPDF to check PDF/A and PDF/UA', 'Install Java 11 or later, and veraPDF from https://verapdf.org/'],
  ['qpdf', 'to check the syntax of PDFs', 'Install qpdf: https://qpdf.readthedocs.io/'],
];

export function lookAtCheckers(workspace: Workspace): readonly Finding[] {
  return CHECKERS.map(([program, what, todo]) =>
    isThere(program, workspace)
      ? works('Conformance', `${program} is there, ${what}`)
      : missing('Conformance', `${program} is not there, ${what}; only a second opinion needs it`, todo),
  );
}

/** Whether a shell would find a program. */
function isThere(program: string, workspace: Workspace): boolean {
  const { PATH = '', Path = '' } = workspace.env;
  const isWindows = Path !== '';
  const folders = (PATH || Path).split(isWindows ? ';' : ':').filter((folder) => folder !== '');
  const names = isWindows ? [`${program}.exe`, `${program}.cmd`] : [program];
  return folders.some((folder) => names.some((name) => workspace.kind(workspace.resolve(folder, name)) === 'file'));
}
