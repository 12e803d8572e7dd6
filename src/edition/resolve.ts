import type { Brief, LoadedBrief } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { type Comparable, compareBriefs } from '../change/compare.js';
import { error, failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';

import { itemMarks, resolveChanges } from './changes.js';
import { calendarDate } from './dates.js';
import type { Edition } from './edition.js';
import { resolveJudgement, resolveQuestion, resolveRisk } from './estimates.js';
import { resolveFigure } from './figures.js';
import { resolveFact, resolveQuote, resolveTimeline } from './knowledge.js';
import { likelihoodTerms } from './likelihood.js';
import { resolveMarking } from './marking.js';
import {
  resolveAnnex,
  resolveDefensive,
  resolveMeeting,
  resolveNextStep,
  resolveRequest,
  resolveSection,
  resolveSpeakingPoint,
  resolveTerm,
} from './occasion.js';
import { Passages } from './passages.js';
import { resolveClearance, resolveCopy, resolveParties, resolveParty, resolveStakeholder } from './people.js';
import { resolvePortions } from './portions.js';
import { SourceNumbers } from './source-numbers.js';
import { type KeptCopy, resolveSources } from './sources.js';

export interface EditionChoice {
  readonly language?: string;
  /** The sources whose quotations were found in a kept copy, by id. */
  readonly checked?: ReadonlyMap<string, KeptCopy>;
  /** The edition before this one, redacted in the same way: changes since then are marked and listed. */
  readonly since?: Comparable;
}

/**
 * The brief for one reader: in one language (the main one by default), every reference resolved, every list numbered.
 * Errors: an item without text in the language, a language the brief does not have, a forbidden link.
 */
export function resolveEdition(loaded: LoadedBrief, choice: EditionChoice = {}): Outcome<Edition> {
  const { brief } = loaded;
  const languages = languagesOf(brief);
  const [mainLanguage] = languages;
  const wanted = choice.language ?? mainLanguage;
  const language = languages.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
  if (language === undefined) return failure([unknownLanguage(wanted, languages)]);
  const sources = new SourceNumbers(new Set(brief.sources.map(({ id }) => id)));
  const changes = choice.since === undefined ? null : compareBriefs(choice.since, loaded, language);
  const passages = new Passages(language, mainLanguage, sources, changes ? itemMarks(changes) : undefined);
  const edition: Omit<Edition, 'changes'> = {
    id: loaded.id,
    edition: brief.edition ?? 1,
    language,
    languages,
    ...resolveHead(brief, passages),
    ...resolveBody(loaded, passages, { mainLanguage, languages }),
    sources: resolveSources(brief.sources, passages, choice.checked),
    distribution: passages.list(brief.distribution, 'distribution', (copy, path, i) =>
      resolveCopy(copy, path, i, passages),
    ),
  };
  return outcomeOf({ ...edition, changes: changes && resolveChanges(changes, edition) }, passages.problems);
}

function unknownLanguage(wanted: string, languages: readonly string[]) {
  return error(
    'sense-language-missing',
    `The brief is not written in \`${wanted}\`; it has ${languages.map((tag) => `\`${tag}\``).join(', ')}.`,
    { at: 'languages', hints: [`Add \`${wanted}\` to \`languages\` and give every text in it.`] },
  );
}

function resolveHead(brief: Brief, passages: Passages) {
  return {
    type: brief.type ?? 'information-memo',
    status: brief.status ?? 'draft',
    title: passages.inline(brief.title, 'title'),
    subtitle: passages.optional(brief.subtitle, 'subtitle', passages.inline),
    reference: passages.optional(brief.reference, 'reference', passages.plain),
    asOf: calendarDate(brief.asOf),
    issuedAt: passages.optional(brief.issuedAt, 'issuedAt', calendarDate),
    reviewBy: passages.optional(brief.reviewBy, 'reviewBy', calendarDate),
    supersedes: passages.optional(brief.supersedes, 'supersedes', (before, path) => ({
      edition: before.edition,
      file: passages.optional(before.file, `${path}.file`, passages.plain),
    })),
    marking: resolveMarking(brief.marking, passages),
    portions: resolvePortions(brief),
    from: passages.optional(brief.from, 'from', (person, path) => resolveParty(person, path, passages)),
    to: resolveParties(brief.to, 'to', passages),
    cc: resolveParties(brief.cc, 'cc', passages),
    clearances: passages.list(brief.clearances, 'clearances', (each, path, i) =>
      resolveClearance(each, path, i, passages),
    ),
  } satisfies Partial<Edition>;
}

/** In the order of the brief format: sources are numbered in that order. */
function resolveBody(
  loaded: LoadedBrief,
  passages: Passages,
  written: { readonly mainLanguage: string; readonly languages: readonly string[] },
) {
  const { brief } = loaded;
  const scale = brief.likelihoodScale ?? 'phia';
  const summary = passages.inline(brief.summary, 'summary');
  const request = passages.optional(brief.request, 'request', (each, path) => resolveRequest(each, path, passages));
  const meeting = passages.optional(brief.meeting, 'meeting', (each, path) => resolveMeeting(each, path, passages));
  const keyFacts = passages.list(brief.keyFacts, 'keyFacts', (each, path, i) => resolveFact(each, path, i, passages));
  const estimates = { passages, scale, facts: keyFacts };
  const judgements = passages.list(brief.judgements, 'judgements', (each, path, i) =>
    resolveJudgement(each, path, i, estimates),
  );
  const stakeholders = passages.list(brief.stakeholders, 'stakeholders', (each, path, i) =>
    resolveStakeholder(each, path, i, passages),
  );
  const setting = { passages, stakeholders, ...written };
  return {
    summary,
    request,
    meeting,
    keyFacts,
    judgements,
    likelihoodScale: scale,
    citationStyle: brief.citationStyle ?? 'notes',
    yardstick: likelihoodTerms(scale),
    stakeholders,
    quotes: passages.list(brief.quotes, 'quotes', (each, path, i) => resolveQuote(each, path, i, setting)),
    openQuestions: passages.list(brief.openQuestions, 'openQuestions', (each, path, i) =>
      resolveQuestion(each, path, i, estimates),
    ),
    ...resolveRest(loaded, passages, estimates),
  } satisfies Partial<Edition>;
}

function resolveRest(loaded: LoadedBrief, passages: Passages, estimates: Parameters<typeof resolveRisk>[3]) {
  const { brief } = loaded;
  const timeline = resolveTimeline(brief.timeline, passages);
  const background = passages.optional(brief.background, 'background', passages.block);
  const analysis = passages.optional(brief.analysis, 'analysis', passages.block);
  const figures = passages.list(brief.figures, 'figures', (each, path, i) => resolveFigure(each, path, i, passages));
  const risks = passages.list(brief.risks, 'risks', (each, path, i) => resolveRisk(each, path, i, estimates));
  const speakingPoints = passages.list(brief.speakingPoints, 'speakingPoints', (each, path, i) =>
    resolveSpeakingPoint(each, path, i, passages),
  );
  return {
    timeline,
    background,
    analysis,
    figures,
    risks,
    speakingPoints,
    toRaise: speakingPoints.filter(({ use }) => use === 'raise'),
    ifRaised: speakingPoints.filter(({ use }) => use === 'if-raised'),
    defensives: passages.list(brief.defensives, 'defensives', (each, path, i) =>
      resolveDefensive(each, path, i, passages),
    ),
    nextSteps: passages.list(brief.nextSteps, 'nextSteps', (each, path, i) => resolveNextStep(each, path, i, passages)),
    sections: passages.list(brief.sections, 'sections', (each, path, i) => resolveSection(each, path, i, passages)),
    glossary: passages.list(brief.glossary, 'glossary', (each, path, i) => resolveTerm(each, path, i, passages)),
    annexes: passages.list(brief.annexes, 'annexes', (each, path, i) =>
      resolveAnnex(each, path, i, { passages, bodies: loaded.annexBodies }),
    ),
  } satisfies Partial<Edition>;
}
