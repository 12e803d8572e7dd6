import type * as B from '../brief/brief.js';
import { calendarDate } from './dates.js';
import type { KeyFact, Quote, Stakeholder, TimelineEntry, Translation } from './item-shapes.js';
import type { Passages } from './passages.js';
import { citedOnce, resolveCitation, resolveCitations } from './sources.js';

export function resolveFact(fact: B.KeyFact, path: string, i: number, passages: Passages): KeyFact {
  const written = passages.inline(fact.text, `${path}.text`);
  const { text, sources } = citedOnce(resolveCitations(fact.sources, `${path}.sources`, passages), written);
  return {
    number: i + 1,
    id: fact.id ?? null,
    change: passages.changeOf(path),
    text,
    status: fact.status ?? 'established',
    asOf: passages.optional(fact.asOf, `${path}.asOf`, calendarDate),
    staleAfter: passages.optional(fact.staleAfter, `${path}.staleAfter`, calendarDate),
    sources,
  };
}

interface QuoteSetting {
  readonly passages: Passages;
  readonly mainLanguage: string;
  readonly languages: readonly string[];
  readonly stakeholders: readonly Stakeholder[];
}

export function resolveQuote(quote: B.Quote, path: string, i: number, setting: QuoteSetting): Quote {
  const { passages } = setting;
  const lang = quote.lang ?? setting.mainLanguage;
  return {
    number: i + 1,
    id: quote.id ?? null,
    change: passages.changeOf(path),
    speaker: passages.plain(quote.speaker, `${path}.speaker`),
    stakeholder: setting.stakeholders.find(({ id }) => id !== null && id === quote.stakeholder) ?? null,
    role: passages.optional(quote.role, `${path}.role`, passages.plain),
    date: passages.optional(quote.date, `${path}.date`, calendarDate),
    venue: passages.optional(quote.venue, `${path}.venue`, passages.plain),
    text: passages.words(quote.text, `${path}.text`, lang),
    language: lang,
    foreign: primary(lang) !== primary(passages.language),
    translations: resolveTranslations(quote, path, setting),
    source: resolveCitation(quote.source, `${path}.source`, passages),
    attribution: quote.attribution ?? 'on-record',
  };
}

/**
 * The translations of a quote that this document prints. A translation into one of the brief's languages belongs to the
 * document in that language; where this document has none of its own, all are printed. Translations into any other
 * language are always printed.
 */
function resolveTranslations(quote: B.Quote, path: string, setting: QuoteSetting): Translation[] {
  const { passages } = setting;
  const own = primary(passages.language);
  const others = new Set(setting.languages.map(primary).filter((each) => each !== own));
  const served =
    primary(quote.lang ?? setting.mainLanguage) === own ||
    (quote.translations ?? []).some((each) => primary(each.lang) === own);
  return passages
    .list(quote.translations, `${path}.translations`, (each, place) => ({ each, place }))
    .filter(({ each }) => !served || !others.has(primary(each.lang)))
    .map(({ each, place }) => ({
      text: passages.words(each.text, `${place}.text`, each.lang),
      language: each.lang,
      by: each.by,
      translator: passages.optional(each.translator, `${place}.translator`, passages.plain),
    }));
}

/** The primary language of a tag, without region and script: someone who reads `sv` reads `sv-FI`. */
function primary(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

/** Events in chronological order; events at the same time keep the order of the brief. */
export function resolveTimeline(events: readonly B.TimelineEvent[] | undefined, passages: Passages): TimelineEntry[] {
  const entries = passages.list(events, 'timeline', (event, path, i): TimelineEntry => {
    const from = calendarDate(event.date ?? event.from ?? '');
    const to = passages.optional(event.to, `${path}.to`, calendarDate);
    const written = passages.inline(event.event, `${path}.event`);
    const { text, sources } = citedOnce(resolveCitations(event.sources, `${path}.sources`, passages), written);
    return {
      number: i + 1,
      id: event.id ?? null,
      change: passages.changeOf(path),
      from,
      to,
      ongoing: event.date === undefined && to === null,
      circa: event.circa ?? false,
      event: text,
      sources,
    };
  });
  const sorted = entries.toSorted((a, b) => timeOf(a) - timeOf(b));
  return sorted.map((entry, i) => ({ ...entry, number: i + 1 }));
}

function timeOf(entry: TimelineEntry): number {
  const time = Date.parse(entry.from.iso);
  return Number.isNaN(time) ? 0 : time;
}
