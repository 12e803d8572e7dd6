import fc, { type Arbitrary } from 'fast-check';

export type Node = string | number | boolean | readonly Node[] | { readonly [key: string]: Node };

/** A brief in every text of which a token stands that stands nowhere else, and the tokens that may not be shown. */
export interface Marked {
  readonly brief: { readonly [key: string]: Node };
  readonly secret: ReadonlyMap<string, string>;
  readonly shown: ReadonlyMap<string, string>;
}

const LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
const READERS = [undefined, undefined, ['a'], ['b'], ['a', 'b']] as const;

const TIERS = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET'] as const;
type Tier = (typeof TIERS)[number];

interface Mark {
  readonly tlp: (typeof LABELS)[number] | undefined;
  readonly tier?: Tier | undefined;
  readonly audiences: readonly string[] | undefined;
}
const mark: Arbitrary<Mark> = fc.record({
  tlp: fc.constantFrom(undefined, ...LABELS),
  tier: fc.constantFrom(undefined, undefined, undefined, ...TIERS),
  audiences: fc.constantFrom(...READERS),
});

export interface Draw {
  readonly own: (typeof LABELS)[number] | undefined;
  readonly limit: (typeof LABELS)[number];
  readonly audiences: readonly string[] | undefined;
  /** The tiers of the brief and of the edition. */
  readonly ownTier?: Tier | undefined;
  readonly limitTier?: Tier | undefined;
  readonly marks: readonly Mark[];
}

export const draws: Arbitrary<Draw> = fc.record({
  own: fc.constantFrom(undefined, ...LABELS),
  limit: fc.constantFrom(...LABELS),
  audiences: fc.constantFrom(undefined, ['a'], ['a', 'b']),
  ownTier: fc.constantFrom(undefined, undefined, ...TIERS),
  limitTier: fc.constantFrom(undefined, undefined, ...TIERS),
  marks: fc.array(mark, { minLength: 60, maxLength: 60 }),
});

/**
 * Who may see what, in words of its own: this is what the program is held against. An edition that is asked for without
 * its name has the words of the named one where its readers may not have the brief's, or these are replaced for them.
 */
export function brief({ own, limit, audiences, ownTier, marks, ...draw }: Draw, isNamed = true): Marked {
  const secret = new Map<string, string>();
  const shown = new Map<string, string>();
  let count = 0;
  let next = 0;
  const base = LABELS.indexOf(own ?? 'RED');
  const most = LABELS.indexOf(limit);
  const limitTier = isNamed ? draw.limitTier : undefined;
  const rank = (tier: Tier | undefined) => (tier === undefined ? -1 : TIERS.indexOf(tier));
  const isBelow = base > most || (limitTier !== undefined && rank(ownTier) > rank(limitTier));
  // An edition below the brief that names no tier bears none, and is not asked for that of the brief.
  const tierAround = limitTier === undefined && isBelow ? undefined : ownTier;
  const mostTier = rank(limitTier ?? tierAround);
  const allowed = (level: number, tier: Tier | undefined, readers: readonly string[] | undefined) =>
    level <= most &&
    rank(tier) <= mostTier &&
    (readers === undefined || audiences?.every((each) => readers.includes(each)) === true);
  /** A token of letters alone, which nothing breaks or escapes. */
  const token = (visible: boolean, field: string): string => {
    count += 1;
    const letters = [...count.toString(26).padStart(3, '0')].map((c) =>
      String.fromCharCode(97 + Number.parseInt(c, 26)),
    );
    const word = `zq${letters.join('')}kestrelwv${letters.toReversed().join('')}`;
    if (visible) shown.set(word, field);
    else secret.set(word, field);
    return word;
  };
  /** An item with marks of its own; `make` gives its fields, each text by `t`. */
  const item = (
    field: string,
    make: (t: (name: string) => string) => { [key: string]: Node },
    always?: boolean,
  ): Node => {
    const open: Mark = { tlp: 'CLEAR', tier: limitTier && 'OFFICIAL', audiences: undefined };
    const {
      tlp,
      tier,
      audiences: readers,
    } = always ? open : (marks[next++] ?? { tlp: undefined, audiences: undefined });
    const visible = allowed(tlp === undefined ? base : LABELS.indexOf(tlp), tier ?? tierAround, readers);
    const made = make((name) => token(visible, `${field}.${name}`));
    return { ...made, ...(tlp && { tlp }), ...(tier && { tier }), ...(readers && { audiences: readers }) };
  };
  const root = (field: string) => token(!isBelow, field);
  const isReplaced = isNamed || isBelow || audiences !== undefined;
  const two = (field: string, make: (t: (name: string) => string) => { [key: string]: Node }): Node => [
    item(field, make),
    item(field, make),
  ];
  const id = (t: (name: string) => string) => `id-${t('id')}`;
  /** The second stands after the first, whose id it may not tell. */
  const sections = (): Node => {
    let before = '';
    const first = item('sections', (t) => {
      before = id(t);
      return { id: before, title: t('title'), body: `## ${t('heading')}\n\n${t('body')}`, after: 'risks' };
    });
    return [first, item('sections', (t) => ({ title: t('title'), body: t('body'), after: before }))];
  };
  const text: { [key: string]: Node } = {
    briefpress: 1,
    asOf: '2024-09-04',
    ...((own || ownTier) && {
      marking: {
        ...(own && { tlp: own }),
        ...(ownTier && { gscp: gscp(ownTier) }),
        restrictions: root('restrictions'),
      },
    }),
    title: token(!isReplaced, 'title'),
    subtitle: root('subtitle'),
    reference: root('reference'),
    summary: token(!isReplaced, 'summary'),
    background: token(!isReplaced, 'background'),
    analysis: token(!isReplaced, 'analysis'),
    from: item('from', (t) => ({ name: t('name'), email: `${t('email')}@example.org` })),
    to: two('to', (t) => ({ role: t('role'), unit: t('unit') })),
    cc: two('cc', (t) => ({ organisation: t('organisation') })),
    clearances: two('clearances', (t) => ({ by: t('by'), outcome: 'concur', comment: t('comment') })),
    request: item('request', (t) => ({
      kind: 'agree',
      timingReason: t('timingReason'),
      recommendation: t('recommendation'),
    })),
    meeting: item('meeting', (t) => ({
      at: '2024-09-06',
      place: t('place'),
      purpose: t('purpose'),
      objectives: [t('objective')],
      attendees: [t('attendee'), { name: t('attendee.name'), side: t('attendee.side') }],
      media: t('media'),
      choreography: `- ${t('choreography')}`,
    })),
    keyFacts: [
      item('keyFacts', (t) => ({ text: t('text'), sources: ['open'] }), true),
      item('keyFacts', (t) => ({
        id: id(t),
        text: `The *${t('text')}*`,
        sources: ['open', { source: 'closed', locator: token(false, 'keyFacts.locator') }],
      })),
      item('keyFacts', (t) => ({ text: t('text'), sources: ['open'] })),
    ],
    judgements: two('judgements', (t) => ({
      text: t('text'),
      likelihood: 'likely',
      assumptions: [t('assumption')],
      indicators: [t('indicator')],
      dissent: t('dissent'),
    })),
    stakeholders: two('stakeholders', (t) => ({
      id: id(t),
      name: t('name'),
      role: t('role'),
      interests: t('interests'),
      ask: t('ask'),
      influence: 'high',
      interest: 'low',
    })),
    quotes: two('quotes', (t) => ({
      speaker: t('speaker'),
      role: t('role'),
      venue: t('venue'),
      text: t('text'),
      lang: 'sv',
      translations: [{ lang: 'en', text: t('translation'), by: 'own', translator: t('translator') }],
      source: 'open',
    })),
    openQuestions: two('openQuestions', (t) => ({
      question: t('question'),
      why: t('why'),
      assessment: t('assessment'),
      owner: t('owner'),
      indicators: [t('indicator')],
    })),
    timeline: two('timeline', (t) => ({ date: '2024-09-01', event: t('event'), sources: ['open'] })),
    risks: two('risks', (t) => ({ text: t('text'), mitigation: t('mitigation') })),
    speakingPoints: two('speakingPoints', (t) => ({ text: t('text'), note: t('note') })),
    figures: two('figures', (t) => ({
      ...{ id: id(t), kind: 'criteria', title: t('title'), unit: t('unit'), note: t('note') },
      ...{ columns: [t('column'), 'Count'], rows: [[t('row'), t('cell')]] },
    })),
    defensives: two('defensives', (t) => ({ question: t('question'), line: t('line') })),
    nextSteps: two('nextSteps', (t) => ({ id: id(t), action: t('action'), owner: t('owner'), status: 'done' })),
    sections: sections(),
    glossary: two('glossary', (t) => ({ term: t('term'), meaning: t('meaning') })),
    annexes: two('annexes', (t) => ({ id: id(t), title: t('title'), body: `# ${t('heading')}\n\n${t('body')}` })),
    sources: [
      item(
        'sources',
        (t) => ({
          id: 'open',
          type: 'report',
          title: t('title'),
          author: [{ family: t('author') }],
          publisher: t('publisher'),
          URL: `https://example.org/${t('URL')}`,
          descriptor: t('descriptor'),
        }),
        true,
      ),
      // Withheld in every edition of these briefs, whatever cites it.
      {
        id: 'closed',
        type: 'report',
        title: token(false, 'sources.title'),
        descriptor: token(false, 'sources.descriptor'),
        tlp: 'CLEAR',
        audiences: ['nobody'],
      },
    ],
    editions: [
      {
        id: 'other',
        maxTlp: 'RED',
        audiences: ['c'],
        overrides: { title: token(false, 'other.title'), summary: token(false, 'other.summary') },
      },
      {
        id: 'public',
        maxTlp: limit,
        ...(limitTier && { tier: limitTier }),
        ...(audiences && { audiences }),
        overrides: {
          title: token(isReplaced, 'title'),
          summary: token(isReplaced, 'summary'),
          background: token(isReplaced, 'background'),
          analysis: token(isReplaced, 'analysis'),
        },
      },
    ],
  };
  return { brief: text, secret, shown };
}

function gscp(tier: Tier): { [key: string]: Node } {
  return tier === 'OFFICIAL-SENSITIVE' ? { tier: 'OFFICIAL', sensitive: true } : { tier };
}
