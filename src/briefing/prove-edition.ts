import type { LoadedBrief } from '../brief/brief.js';
import { failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { FileRead } from '../diagnostics/unread.js';
import type { FinishedFile } from '../proof/prove.js';
import { bareOf } from '../redaction/bare-brief.js';
import type { RedactedBrief } from '../redaction/redact-brief.js';
import type { BriefingMaterials } from './briefing-materials.js';
import type { Briefing } from './choices.js';

interface Made {
  readonly briefing: Briefing;
  readonly materials: BriefingMaterials;
  /** Texts that its readers may know, and that the brief does not show them. */
  readonly own: readonly string[];
  /** Makes the documents of a brief as these were made, with other materials. */
  makeWith(loaded: LoadedBrief, materials: BriefingMaterials): Promise<Outcome<Briefing>>;
}

/** An edition for other readers leaves this room only when nothing that it withholds was found in it. */
export async function proveBriefing(redacted: RedactedBrief, made: Made): Promise<Outcome<true>> {
  const { EditionSearch } = await import('../proof/prove.js');
  const search = new EditionSearch({
    edition: redacted.redaction.name,
    files: filesOf(made.briefing),
    withheld: redacted.withheld,
    allowed: [...redacted.shown, ...made.own],
  });
  const first = search.outcome();
  // An edition that holds nothing that could be taken for a leak needs no second document to compare with.
  const proved = first.ok ? first : search.outcome(await constantsOf(redacted, made));
  const placed = proved.diagnostics.map((each) =>
    each.field === undefined ? each : { ...each, place: redacted.placeOfWithheld(each.field) },
  );
  return proved.ok ? outcomeOf(true, placed) : failure(placed);
}

/** The edition with the program's own template and theme and with blank pictures; nothing where that cannot be made. */
async function constantsOf(redacted: RedactedBrief, { materials, makeWith }: Made): Promise<readonly FinishedFile[]> {
  const bare = bareOf(redacted);
  const { layout, ...others } = bare.brief;
  const paper = layout?.paper;
  const plain = { ...bare, brief: { ...others, layout: { ...(paper && { paper }) } } };
  const readFile = (path: string): FileRead =>
    /\.(?:png|jpe?g|svg)$/i.test(path) ? { ok: true, bytes: BLANK } : materials.readFile(path);
  const made = await makeWith(plain, { ...materials, ...materials.shipped?.(), readFile });
  return made.ok ? filesOf(made.value) : [];
}

function filesOf({ name, pdf, memo, pictures, html, txt, mail }: Briefing): readonly FinishedFile[] {
  const encoded = (text: string) => new TextEncoder().encode(text);
  return [
    ...(pdf === undefined ? [] : [{ name: `${name}.pdf`, bytes: pdf }]),
    ...(memo === undefined ? [] : [{ name: `${name}.md`, bytes: encoded(memo) }]),
    ...pictures,
    ...(html === undefined ? [] : [{ name: `${name}.html`, bytes: encoded(html) }]),
    ...(txt === undefined ? [] : [{ name: `${name}.txt`, bytes: encoded(txt) }]),
    ...(mail === undefined
      ? []
      : [
          { name: 'mail-subject.txt', bytes: encoded(mail.subject) },
          { name: 'mail-text.txt', bytes: encoded(mail.text) },
          { name: 'mail-text.html', bytes: encoded(mail.html) },
        ]),
  ];
}

/** A picture in which nothing stands. */
const BLANK = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#ffffff"/></svg>',
);
