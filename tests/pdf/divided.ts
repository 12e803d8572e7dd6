import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode, TableCellNode } from '../../src/layout/print-nodes.js';
import { definitionOf, RULED } from './definitions.js';

/** Long words of languages that have rules for dividing them, in paragraphs, columns and cells. */
export const PROSE: Readonly<Record<string, string>> = {
  'en-GB':
    'The Ministry has concluded that the proposed cooperation arrangement would considerably strengthen the ' +
    'international responsibilities of participating governments. Implementation requires well-founded authorisation ' +
    'by Margareta Konstantinopolsky; see https://www.government.example/international-cooperation. ',
  sv:
    'Utrikesdepartementet och Regeringskansliet undertecknade samarbetsavtalet om informationssäkerhetsfrågor, ' +
    'särskilt beträffande ammunitionstillverkning och underhållsberedskap. ',
  de:
    'Die Bundesregierung hat den Entwurf eines Gesetzes zur Beschleunigung der Genehmigungsverfahren für ' +
    'Windenergieanlagen verabschiedet und prüft die Verhältnismäßigkeit der Vorratsdatenspeicherung. ',
  fr: 'Le gouvernement a considérablement renforcé les responsabilités internationales des administrations. ',
  ru: 'Министерство опубликовало предварительные результаты переговоров о сотрудничестве и безопасности. ',
  uk: 'Міністерство оприлюднило попередні результати переговорів про співробітництво та безпеку. ',
  mn: 'Засгийн газар мэдээллийн аюулгүй байдлын хамтын ажиллагааны хэлэлцээрт гарын үсэг зурлаа. ',
  el: 'Η κυβέρνηση δημοσιοποίησε τα αποτελέσματα των διαπραγματεύσεων για τη συνεργασία και την ασφάλεια. ',
  pl: 'Przedstawiciele rządu podpisali porozumienie międzynarodowe o bezpieczeństwie informacyjnym. ',
  fi: 'Hallitus hyväksyi kansainvälisen yhteistyösopimuksen tietoturvallisuuskysymyksistä. ',
};

const justified = Object.entries(PROSE).map(
  ([lang, text]): PrintNode => ({ text: text.repeat(3).trim(), lang, alignment: 'justify', margin: [0, 0, 0, 6] }),
);
const cells = Object.entries(PROSE).map(([lang, text]): TableCellNode[] => [
  { text: text.split(' ', 3).join(' '), lang, scope: 'Row' },
  { text: text.trim(), lang },
  { text: [{ text: text.trim(), role: 'Code', font: 'Source Code Pro' }] },
]);

export const DIVIDED: PrintDefinition = definitionOf(
  [
    {
      text: 'Internationalisation and its responsibilities',
      role: 'H1',
      fontSize: 40,
      bookmark: { text: 'I', level: 1 },
    },
    ...justified,
    {
      rules: RULED,
      table: {
        widths: [60, 80, '*'],
        headerRows: 1,
        body: [
          [{ text: 'Internationalisation' }, { text: 'Responsibilities' }, { text: 'As it is written' }],
          ...cells,
        ],
      },
    },
  ],
  { hyphenate: true },
);
