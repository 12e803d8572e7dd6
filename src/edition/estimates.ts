import type * as B from '../brief/brief.js';
import { calendarDate } from './dates.js';
import type { Judgement, KeyFact, OpenQuestion, Risk } from './item-shapes.js';
import { type LikelihoodScale, likelihoodOf } from './likelihood.js';
import type { Passages } from './passages.js';
import { resolveCitations } from './sources.js';

interface EstimateSetting {
  readonly passages: Passages;
  readonly scale: LikelihoodScale;
  readonly facts: readonly KeyFact[];
}

export function resolveJudgement(judgement: B.Judgement, path: string, i: number, setting: EstimateSetting): Judgement {
  const { passages, facts } = setting;
  return {
    number: i + 1,
    id: judgement.id ?? null,
    change: passages.changeOf(path),
    text: passages.inline(judgement.text, `${path}.text`),
    likelihood: estimate(judgement.likelihood, setting),
    confidence: judgement.confidence ?? null,
    basis: facts.filter(({ id }) => id !== null && judgement.basis?.includes(id)),
    assumptions: passages.list(judgement.assumptions, `${path}.assumptions`, passages.inline),
    indicators: passages.list(judgement.indicators, `${path}.indicators`, passages.inline),
    dissent: passages.optional(judgement.dissent, `${path}.dissent`, passages.inline),
  };
}

export function resolveQuestion(
  question: B.OpenQuestion,
  path: string,
  i: number,
  setting: EstimateSetting,
): OpenQuestion {
  const { passages } = setting;
  return {
    number: i + 1,
    id: question.id ?? null,
    change: passages.changeOf(path),
    question: passages.inline(question.question, `${path}.question`),
    why: passages.optional(question.why, `${path}.why`, passages.inline),
    status: question.status ?? 'open',
    likelihood: estimate(question.likelihood, setting),
    confidence: question.confidence ?? null,
    assessment: passages.optional(question.assessment, `${path}.assessment`, passages.inline),
    owner: passages.optional(question.owner, `${path}.owner`, passages.plain),
    due: passages.optional(question.due, `${path}.due`, calendarDate),
    indicators: passages.list(question.indicators, `${path}.indicators`, passages.inline),
    answer: passages.optional(question.answer, `${path}.answer`, passages.inline),
    answeredOn: passages.optional(question.answeredOn, `${path}.answeredOn`, calendarDate),
    sources: resolveCitations(question.sources, `${path}.sources`, passages),
  };
}

export function resolveRisk(risk: B.Risk, path: string, i: number, setting: EstimateSetting): Risk {
  const { passages } = setting;
  return {
    number: i + 1,
    id: risk.id ?? null,
    change: passages.changeOf(path),
    text: passages.inline(risk.text, `${path}.text`),
    likelihood: estimate(risk.likelihood, setting),
    impact: risk.impact ?? null,
    mitigation: passages.optional(risk.mitigation, `${path}.mitigation`, passages.inline),
  };
}

function estimate(term: B.Likelihood | undefined, { scale }: EstimateSetting) {
  return term === undefined ? null : likelihoodOf(term, scale);
}
