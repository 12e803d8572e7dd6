/**
 * The words in which people say how likely something is, by language. The terms of the two scales are listed in their
 * order, the least likely first, so that a term of one has its counterpart in the other; the first of several words is
 * the one to use. `offScale` gives for words of no scale the place of the term that comes nearest (0 to 6).
 */
export interface EstimativeLanguage {
  readonly scales: Readonly<Record<'phia' | 'icd203', readonly (readonly string[])[]>>;
  readonly offScale: readonly (readonly [place: number, words: readonly string[]])[];
  /** Words that say how sure somebody is of the grounds. */
  readonly confidence: readonly string[];
}

export const ESTIMATIVE_WORDS: Readonly<Record<string, EstimativeLanguage>> = {
  en: {
    scales: {
      phia: [
        ['remote chance'],
        ['highly unlikely'],
        ['unlikely'],
        ['realistic possibility'],
        ['likely'],
        ['highly likely'],
        ['almost certain', 'almost certainly'],
      ],
      icd203: [
        ['almost no chance'],
        ['very unlikely'],
        ['unlikely'],
        ['roughly even chance', 'roughly even odds'],
        ['likely'],
        ['very likely'],
        ['almost certain', 'almost certainly'],
      ],
    },
    offScale: [
      [0, ['cannot be ruled out', 'can not be ruled out', "can't be ruled out", 'cannot rule out', 'can not rule out']],
      [0, ['cannot be excluded', 'cannot exclude', 'cannot be discounted', 'not impossible', 'barely conceivable']],
      [1, ['slim chance', 'small chance', 'slight chance', 'outside chance', 'highly improbable', 'very improbable']],
      [2, ['improbable', 'doubtful', 'not likely', 'less likely than not']],
      [3, ['may well', 'might well', 'could well', 'might', 'possibly', 'perhaps', 'maybe', 'conceivably']],
      [
        3,
        ['real possibility', 'serious possibility', 'distinct possibility', 'even chance', 'even odds', 'fifty-fifty'],
      ],
      [4, ['probable', 'probably', 'presumably', 'good chance', 'fair chance', 'chances are', 'more likely than not']],
      [5, ['highly probable', 'very probable', 'very probably', 'extremely likely', 'in all likelihood']],
      [5, ['in all probability']],
      [6, ['nearly certain', 'virtually certain', 'practically certain', 'certainly', 'surely', 'undoubtedly']],
      [6, ['without doubt', 'without a doubt', 'no doubt', 'inevitably', 'certain to', 'sure to']],
    ],
    confidence: [
      'high confidence',
      'moderate confidence',
      'medium confidence',
      'low confidence',
      'confidence is',
      'confident',
      'confidently',
    ],
  },
  sv: {
    scales: {
      phia: [
        ['försvinnande liten möjlighet'],
        ['mycket osannolikt', 'mycket osannolik', 'mycket osannolika'],
        ['osannolikt', 'osannolik', 'osannolika'],
        ['reell möjlighet'],
        ['sannolikt', 'sannolik', 'sannolika'],
        ['mycket sannolikt', 'mycket sannolik', 'mycket sannolika'],
        ['nästan säkert', 'nästan säker', 'nästan säkra'],
      ],
      icd203: [
        ['så gott som uteslutet'],
        ['mycket osannolikt', 'mycket osannolik', 'mycket osannolika'],
        ['osannolikt', 'osannolik', 'osannolika'],
        ['ungefär lika sannolikt som inte'],
        ['sannolikt', 'sannolik', 'sannolika'],
        ['mycket sannolikt', 'mycket sannolik', 'mycket sannolika'],
        ['nästan säkert', 'nästan säker', 'nästan säkra'],
      ],
    },
    offScale: [
      [0, ['kan inte uteslutas', 'kan ej uteslutas', 'går inte att utesluta', 'går ej att utesluta', 'inte uteslutet']],
      [0, ['kan inte utesluta', 'inte omöjligt']],
      [1, ['liten chans', 'små chanser', 'ytterst osannolikt', 'föga troligt']],
      [2, ['föga sannolikt', 'tveksamt', 'tvivelaktigt', 'inte troligt', 'knappast troligt']],
      [
        3,
        [
          'kan mycket väl',
          'mycket väl kan',
          'skulle kunna',
          'möjligen',
          'möjligtvis',
          'kanske',
          'eventuellt',
          'kan tänkas',
        ],
      ],
      [4, ['troligen', 'troligtvis', 'troligt', 'trolig', 'troliga', 'förmodligen', 'antagligen', 'goda chanser']],
      [5, ['mycket troligt', 'mycket trolig', 'med stor sannolikhet', 'högst sannolikt']],
      [5, ['med all sannolikhet', 'med största sannolikhet']],
      [6, ['säkerligen', 'utan tvekan', 'utan tvivel', 'otvivelaktigt', 'ofrånkomligen', 'så gott som säkert']],
    ],
    confidence: [
      'hög säkerhet',
      'måttlig säkerhet',
      'medelhög säkerhet',
      'låg säkerhet',
      'hög konfidens',
      'måttlig konfidens',
      'låg konfidens',
      'säkerheten är',
    ],
  },
};
