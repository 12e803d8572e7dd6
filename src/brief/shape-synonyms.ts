/** Which word of a closed list was meant by another that means the same, in English or in the language of a desk. */

/** The words of the lists of the format, each with others that people write for it. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  // type
  'information-memo': 'memo memorandum information infomemo informationsvermerk vermerk sachstand note-information pm',
  'action-memo': 'action aktionsvermerk',
  submission:
    'entscheidungsvorlage vorlage ministervorlage leitungsvorlage decision decision-memo beslutsunderlag soumission',
  'read-ahead': 'readahead meeting meeting-brief gesprächsunterlage gesprächsvorbereitung mötesunderlag préparation',
  'briefing-note': 'briefing brief note hintergrundpapier note-de-synthèse',
  'two-pager': 'twopager 2-pager zweiseiter',
  'policy-brief': 'policy policy-paper positionspapier',
  assessment: 'analysis bewertung lagebeurteilung lagebild evaluation évaluation bedömning',
  // status of a brief
  draft: 'entwurf brouillon projet utkast borrador concept bozza wip',
  cleared: 'approved freigegeben gebilligt validé godkänd approuvé authorised authorized',
  issued: 'final published sent ausgestellt versandt veröffentlicht publié utgiven endgültig',
  withdrawn: 'retracted cancelled canceled zurückgezogen retiré återkallad',
  // status of a fact
  established: 'confirmed verified certain fact bestätigt gesichert erwiesen confirmé établi bekräftad fastställd',
  reported: 'claimed alleged unconfirmed unverified berichtet gemeldet rapporté rapporterad',
  disputed: 'contested controversial denied umstritten bestritten contesté omstridd',
  // clearances
  pending: 'outstanding requested awaiting offen ausstehend en-attente väntar',
  concur:
    'agree agreed approved approve concurred yes ok clear cleared zustimmung zugestimmt mitgezeichnet accord samråd godkänd',
  'concur-with-comment':
    'agreed-with-comments agreed-with-comment agree-with-comments concur-with-comments concurred-with-comments comment comments zugestimmt-mit-anmerkung',
  nonconcur: 'disagree disagreed objected objects rejected non-concur no abgelehnt désaccord avslag refus',
  // stakeholders
  state: 'country government nation staat land état stat estado',
  'international-organisation':
    'international-organization io igo organisation organization un eu internationale-organisation',
  court: 'tribunal gericht cour domstol',
  person: 'individual people human mensch personne människa',
  ngo: 'civil-society charity nonprofit non-profit nro ong nichtregierungsorganisation association',
  company: 'business firm corporation enterprise unternehmen firma entreprise företag',
  group: 'party movement armed-group gruppe groupe grupp partei',
  other: 'else misc sonstige andere autre annat',
  supports:
    'support supporting supportive for favours favors in-favour in-favor pro positive ally unterstützt dafür soutient stöder',
  opposes: 'oppose opposed opposing opponent against contra negative hostile dagegen lehnt-ab s-oppose emot',
  neutral: 'none neutre undecided',
  mixed: 'divided split ambivalent gemischt geteilt partagé delad',
  unknown: 'unclear unbekannt unklar inconnu okänd',
  // three steps
  low: 'small minor weak niedrig gering schwach faible bas låg',
  moderate: 'medium middle mittel modéré moyen måttlig',
  medium: 'moderate middle mittel moyen medel',
  high: 'large major severe strong hoch groß stark élevé haut hög',
  // likelihood
  'remote-chance': 'remote',
  'highly-unlikely': 'very-unlikely sehr-unwahrscheinlich très-improbable',
  'very-unlikely': 'highly-unlikely',
  unlikely: 'improbable unwahrscheinlich peu-probable osannolikt',
  'realistic-possibility': 'possible possibly maybe realistic möglich',
  'roughly-even-chance': 'even even-chance fifty-fifty possible toss-up',
  likely: 'probable probably wahrscheinlich vraisemblable sannolikt',
  'highly-likely': 'very-likely very-probable sehr-wahrscheinlich très-probable',
  'very-likely': 'highly-likely',
  'almost-certain': 'certain nearly-certain almost-certainly fast-sicher quasi-certain',
  // quotations and translations
  official: 'authorised authorized amtlich offiziell officiel officiell',
  own: 'ours self unofficial eigene desk',
  machine: 'automatic ai deepl google maschinell automatique',
  'on-record': 'public on-the-record',
  'off-record': 'off-the-record vertraulich',
  // questions and steps
  open: 'new pending offen ouvert öppen todo not-started',
  answered: 'closed resolved done beantwortet répondu',
  overtaken: 'obsolete superseded moot überholt',
  'in-progress': 'ongoing started doing under-way underway in-arbeit laufend en-cours pågår',
  blocked: 'stuck on-hold waiting blockiert',
  done: 'completed complete finished closed erledigt fertig fait terminé klar',
  dropped: 'cancelled canceled abandoned gestrichen',
  // requests and points
  decide: 'decision choose approve entscheiden entscheidung décider décision besluta',
  agree: 'approve approval endorse consent zustimmen billigen approuver godkänna',
  note: 'information for-information info fyi acknowledge kenntnisnahme zur-kenntnis information prendre-note',
  discuss: 'discussion talk besprechen diskutieren discuter diskutera',
  raise: 'say proactive active ansprechen',
  'if-raised': 'reactive defensive if-asked nur-auf-nachfrage',
  print: 'paper hardcopy printed papier druck papper',
  email: 'mail electronic e-post',
  // figures
  columns: 'column vertical-bars histogram säulen colonnes',
  bars: 'bar horizontal-bars balken barres barchart barplot',
  line: 'lines curve linie courbe linechart',
  shares: 'pie donut doughnut percentages stacked anteile parts piechart',
  positions: 'matrix position-matrix',
  criteria: 'comparison options kriterien',
  lights: 'traffic-lights rag ampel',
  // paper and attachments
  LETTER: 'us us-letter',
  none: 'no nothing keine aucun inga',
  all: 'everything alles tout alla',
  ua1: 'ua-1 pdfua1 pdf/ua-1 3a pdf/a-3a a3',
  ua2: 'ua-2 pdfua2 pdf/ua-2 4f pdf/a-4f a4f',
  // sources
  'article-newspaper': 'newspaper press news zeitung zeitungsartikel presse journal tidning tidningsartikel',
  'article-journal': 'journal paper scientific-article aufsatz',
  'article-magazine': 'magazine zeitschrift',
  report: 'study bericht rapport studie etude étude informe',
  webpage: 'web website internet url online page website-page webseite site webbsida',
  legislation: 'law act statute gesetz loi lag code',
  regulation: 'verordnung règlement förordning directive',
  treaty: 'agreement convention vertrag abkommen traité fördrag',
  legal_case: 'case judgment judgement decision ruling urteil arrêt dom',
  personal_communication: 'cable telegram letter conversation call e-mail mail brief gespräch lettre',
  interview: 'gesprächsinterview entretien intervju',
  speech: 'statement address rede discours tal',
  book: 'buch livre bok monograph',
  document: 'file paper dokument fiche doc',
  dataset: 'data statistics statistik daten données',
  post: 'tweet social social-media',
  broadcast: 'tv radio television fernsehen',
  // marking
  CLEAR: 'white public',
  'AMBER+STRICT': 'amber-strict strict',
};

/** The word of a list that means the same as `written`; null where none does. */
export function sameMeaning(written: string, words: readonly string[]): string | null {
  const wanted = plain(written);
  return words.find((word) => Object.hasOwn(OTHER_WORDS, word) && namesOf(word).includes(wanted)) ?? null;
}

function namesOf(word: string): readonly string[] {
  return (OTHER_WORDS[word] ?? '').split(' ').map(plain);
}

function plain(word: string): string {
  return word
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
