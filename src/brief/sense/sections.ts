/** Sections of the brief's own: each stands after something that is there, and none is taken for a part of the format. */
import { didYouMean, error, warning } from '../../diagnostics/diagnostic.js';
import type { Section } from '../brief.js';
import { SECTION_PLACES } from '../schema/document.js';
import { schemaAt } from '../schema-walk.js';
import { textsOf } from './citations.js';
import type { Checked, Finding } from './finding.js';

const PLACES: readonly string[] = SECTION_PLACES;

export function checkSections({ brief: { sections = [] } }: Checked): Finding[] {
  return [...namedAsParts(sections), ...placedNowhere(sections), ...circles(sections), ...titledAsParts(sections)];
}

/** `after: background` could be either. */
function namedAsParts(sections: readonly Section[]): Finding[] {
  return sections.flatMap(({ id }, index) =>
    id !== undefined && PLACES.includes(id)
      ? [
          error(
            'sense-duplicate-id',
            `\`sections[${index}]\` has the id "${id}", which is the name of a part of the brief.`,
            {
              at: `sections[${index}].id`,
              hints: [`Give it another id, such as "${id}-notes", or write its text in \`${id}\`.`],
            },
          ),
        ]
      : [],
  );
}

function placedNowhere(sections: readonly Section[]): Finding[] {
  const ids = sections.flatMap(({ id }) => id ?? []);
  return sections.flatMap(({ after }, index) => {
    if (after === undefined || PLACES.includes(after) || ids.includes(after)) return [];
    return [
      error(
        'sense-unknown-reference',
        `\`sections[${index}].after\` is "${after}", which is neither a part that a section can follow nor the id of a section.`,
        {
          at: `sections[${index}].after`,
          hints: [didYouMean(after, [...ids, ...PLACES]) ?? `A section can follow ${[...PLACES, ...ids].join(', ')}.`],
        },
      ),
    ];
  });
}

/** Sections that stand after each other have no place; each circle is reported once, at its first section. */
function circles(sections: readonly Section[]): Finding[] {
  const byId = new Map(sections.flatMap((each) => (each.id === undefined ? [] : [[each.id, each] as const])));
  const reported = new Set<Section>();
  return sections.flatMap((section, index): Finding[] => {
    const trail: Section[] = [];
    let at: Section | undefined = section;
    while (at !== undefined && !trail.includes(at)) {
      trail.push(at);
      at = at.after === undefined || PLACES.includes(at.after) ? undefined : byId.get(at.after);
    }
    // A section that leads into a circle without being in it is placed once the circle is mended.
    if (at !== section || reported.has(section)) return [];
    for (const each of trail) reported.add(each);
    const [, ...others] = trail.map(({ id }) => `"${id}"`);
    return [
      error(
        'sense-section-circle',
        others.length === 0
          ? `\`sections[${index}]\` is to stand after itself.`
          : `\`sections[${index}]\` is to stand after ${others.join(', which is to stand after ')}, which is to stand after "${section.id}" again.`,
        {
          at: `sections[${index}].after`,
          hints: ['Let one of them stand after a part, such as `after: analysis`, or leave `after` out.'],
        },
      ),
    ];
  });
}

/** Readers cannot tell two headings of one name apart. */
function titledAsParts(sections: readonly Section[]): Finding[] {
  const titles = new Map(
    [...PLACES, 'annexes', 'sources'].map((part) => [schemaAt([part])?.title?.toLowerCase(), part]),
  );
  return sections.flatMap(({ title }, index) =>
    textsOf(`sections[${index}].title`, title).flatMap(({ field, text }) => {
      const part = titles.get(text.trim().toLowerCase());
      return part === undefined
        ? []
        : [
            warning('sense-section-title', `\`${field}\` is "${text.trim()}", the title of a part of the brief.`, {
              at: field,
              hints: [`Write it in \`${part}\`, or give it a title of its own.`],
            }),
          ];
    }),
  );
}
