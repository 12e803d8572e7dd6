/** The rules of the trade: one scale of likelihood, a short summary, no quote off the record, clearance before issue. */
import { diagnostic, didYouMean, error, warning } from '../../diagnostics/diagnostic.js';
import { leavesItsFolder } from '../../diagnostics/unread.js';
import { unread } from '../referenced-files.js';
import { LIKELIHOOD_TERMS } from '../schema/judgement.js';
import { textsOf } from './citations.js';
import type { Checked, Finding } from './finding.js';

const SUMMARY_WORDS = 60;

export function checkRules(checked: Checked): Finding[] {
  return [
    ...offScale(checked),
    ...longSummaries(checked),
    ...unquotable(checked),
    ...uncleared(checked),
    ...twiceRecommended(checked),
    ...answeredAndOpen(checked),
    ...filesOutside(checked),
    ...unsourced(checked),
  ];
}

/** What is printed as the answer, under a question that its status calls open. */
function answeredAndOpen({ brief }: Checked): Finding[] {
  return (brief.openQuestions ?? []).flatMap(({ answer, status }, index) =>
    answer === undefined || (status ?? 'open') !== 'open'
      ? []
      : [
          error('sense-open-answer', `\`openQuestions[${index}]\` is open, and has an answer.`, {
            at: `openQuestions[${index}].answer`,
            hints: [
              'If it is answered, say so: `status: answered`, with `answeredOn` and `sources`.',
              'If that is what we think, put it into `assessment`.',
            ],
          }),
        ],
  );
}

function offScale({ brief, fields }: Checked): Finding[] {
  const scale = brief.likelihoodScale ?? 'phia';
  const terms: readonly string[] = LIKELIHOOD_TERMS[scale];
  return fields
    .filter(({ definition, value }) => definition === 'likelihood' && !terms.includes(String(value)))
    .map(({ path, value }) =>
      error(
        'sense-likelihood-scale',
        `\`${path}\` is "${value}", which is not a term of the ${scale} scale; expected ${terms.join(', ')}.`,
        {
          at: path,
          hints: [
            didYouMean(String(value), terms) ??
              'Use a term of this scale, or choose the other one in `likelihoodScale`.',
          ],
        },
      ),
    );
}

function longSummaries({ fields }: Checked): Finding[] {
  return fields
    .filter(({ steps }) => steps.at(-1) === 'summary')
    .flatMap(({ path, value }) => textsOf(path, value))
    .flatMap(({ field, text, language }) => {
      const count = wordsIn(text);
      if (count <= SUMMARY_WORDS) return [];
      return [
        warning(
          'sense-long-summary',
          `The summary${language ? ` in ${language}` : ''} has ${count} words; expected at most ${SUMMARY_WORDS}.`,
          { at: field, hints: ['It is the bottom line: what a reader must know who reads nothing else.'] },
        ),
      ];
    });
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Words as a word processor counts them: what stands between spaces and holds a letter or a digit, citations apart. */
export function wordsIn(text: string): number {
  const prose = text.replace(/\[@[^\]]*\]/g, ' ');
  if (UNSPACED.test(prose)) {
    const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(prose);
    return [...segments].filter((segment) => segment.isWordLike).length;
  }
  return prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function unquotable({ brief }: Checked): Finding[] {
  return (brief.quotes ?? []).flatMap(({ attribution }, index) =>
    attribution === 'deep-background' || attribution === 'off-record'
      ? [
          error(
            'sense-attribution',
            `\`quotes[${index}]\` was said ${attribution === 'off-record' ? 'off the record' : 'on deep background'}, and so may not be quoted.`,
            {
              at: `quotes[${index}].attribution`,
              hints: [
                'Leave the quote out. On deep background, what was said may be told without a speaker, as a fact or a judgement.',
              ],
            },
          ),
        ]
      : [],
  );
}

function uncleared({ brief: { status, clearances = [] } }: Checked): Finding[] {
  if (status !== 'issued' && status !== 'cleared') return [];
  return clearances.flatMap(({ by, outcome }, index) => {
    if (outcome !== 'pending' && outcome !== 'nonconcur') return [];
    const office = typeof by === 'string' ? by : Object.values(by)[0];
    return [
      diagnostic(
        status === 'issued' ? 'error' : 'warning',
        'sense-clearance',
        `The brief is ${status}, and ${office} ${outcome === 'pending' ? 'has not answered yet' : 'does not agree'}.`,
        {
          at: `clearances[${index}].outcome`,
          hints: ['Record the answer once there is one, or go back to `status: draft`.'],
        },
      ),
    ];
  });
}

function twiceRecommended({ brief }: Checked): Finding[] {
  const options = brief.request?.options ?? [];
  const recommended = [...options.keys()].filter((index) => options[index]?.recommended === true);
  return recommended
    .slice(1)
    .map((index) =>
      error(
        'sense-two-recommended',
        `\`request.options[${index}]\` is recommended, and so is \`request.options[${recommended[0]}]\`.`,
        { at: `request.options[${index}].recommended`, hints: ['Recommend one of them.'] },
      ),
    );
}

/** A path is inside the folder of the brief; that the file is there is seen when it is read. */
function filesOutside({ fields }: Checked): Finding[] {
  return fields
    .filter(({ definition, value }) => definition === 'filePath' && leavesItsFolder(String(value)))
    .map(({ path, value }) => {
      const { code, message, hints } = unread({ ok: false, reason: 'outside' }, String(value), path);
      return error(code, message, { at: path, hints });
    });
}

/** A fact that cites a source in its text has one. */
function unsourced({ brief, citations }: Checked): Finding[] {
  const cited = new Set(citations.map(({ field }) => /^keyFacts\[\d+\](?=\.(?:text|sources)\b)/.exec(field)?.[0]));
  return brief.keyFacts.flatMap((_, index) => {
    const field = `keyFacts[${index}]`;
    if (cited.has(field)) return [];
    const message = `\`${field}\` has no source; expected one citation or more.`;
    const hints = [
      'Add `sources: [source-id]`, or cite one in its text: `[@source-id]`. What has no source is a judgement, and belongs under `judgements`.',
    ];
    return [error('sense-unsourced-fact', message, { at: field, hints })];
  });
}
