import type { Tlp } from '../brief/brief.js';
import { type Diagnostic, error } from '../diagnostics/diagnostic.js';

import type { Redaction } from './choose-redaction.js';
import { SHOWN_RECORDS, type Shown } from './shown-fields.js';
import { type Around, type Marks, mayShow } from './tlp.js';

/** A value: its path in the whole brief and in the redacted one, and the marking of what contains it. */
export interface Spot {
  readonly from: string;
  readonly to: string;
  readonly around: Around;
}

type Fields = Readonly<Record<string, unknown>>;

interface Setting {
  readonly redaction: Redaction;
  /** The language of prose given as one string. */
  readonly mainLanguage: string;
  /** The sources whose marking allows them. */
  readonly sources: ReadonlySet<string>;
}

/** Copies what a redaction may show, and nothing else. Records where everything came from, and what cannot be kept whole. */
export class Redactor {
  readonly problems: Diagnostic[] = [];
  /** Path in the redacted brief → path in the whole one, where the two differ or an item begins. */
  readonly origins = new Map<string, string>();

  constructor(private readonly setting: Setting) {}

  /** `undefined` if nothing of the value may be shown. */
  value(value: unknown, shown: Shown, spot: Spot): unknown {
    if (spot.from !== spot.to) this.origins.set(spot.to, spot.from);
    if (shown === 'word') return isWord(value) ? value : undefined;
    if (shown === 'label') return this.#label(value, spot);
    if (shown === 'prose') return this.#prose(value, spot);
    return 'one' in shown ? this.#one(value, shown.one, spot) : this.#each(value, shown.each, spot);
  }

  #one(value: unknown, name: string, spot: Spot): unknown {
    if (name === 'citation' && !this.#isShown(value)) {
      this.problems.push(this.#unsourced(spot.from, [value]));
      return undefined;
    }
    return this.#item(value, name, spot);
  }

  #each(value: unknown, name: string, spot: Spot): unknown {
    // One author may stand alone, and nothing else.
    if (!Array.isArray(value)) return name === 'cslName' ? this.#item(value, name, spot) : undefined;
    const kept: unknown[] = [];
    for (const [index, item] of value.entries()) {
      if (name === 'citation' && !this.#isShown(item)) continue;
      const to = `${spot.to}[${kept.length}]`;
      const from = `${spot.from}[${index}]`;
      const shown = this.#item(item, name, { ...spot, from, to });
      if (shown === undefined) continue;
      this.origins.set(to, from);
      kept.push(shown);
    }
    if (kept.length > 0) return kept;
    if (name === 'citation' && value.length > 0) this.problems.push(this.#unsourced(spot.from, value));
    return undefined;
  }

  #item(value: unknown, name: string, spot: Spot): unknown {
    // An attendee, a citation, an author or a date may be a plain string, a year a number.
    if (typeof value === 'string' || typeof value === 'number') {
      const marked = mayShow({}, spot.around, this.setting.redaction);
      return ['attendee', 'citation', 'cslDate', 'cslName'].includes(name) && marked ? value : undefined;
    }
    if (!isFields(value) || !mayShow(value as Marks, spot.around, this.setting.redaction)) return undefined;
    const around = {
      tlp: typeof value.tlp === 'string' ? (value.tlp as Tlp) : spot.around.tlp,
      tier: typeof value.tier === 'string' ? value.tier : spot.around.tier,
    };
    return this.#speaking(this.#fields(value, name, { ...spot, around }), name);
  }

  #fields(value: Fields, name: string, spot: Spot): Fields {
    const shown = SHOWN_RECORDS[name] ?? {};
    const kept: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      const kind = Object.hasOwn(shown, key) ? shown[key] : undefined;
      if (kind === undefined) continue;
      const at = { around: spot.around, from: `${spot.from}.${key}`, to: `${spot.to}.${key}` };
      const field = this.value(inner, kind, at);
      if (field !== undefined) kept[key] = field;
    }
    return kept;
  }

  /** A quote without `lang` is in the main language of the whole brief, and says so where the edition has another. */
  #speaking(fields: Fields, name: string): Fields {
    const isForeign = name === 'quote' && fields.lang === undefined && !this.#keepsMainLanguage();
    return isForeign ? { ...fields, lang: this.setting.mainLanguage } : fields;
  }

  #label(value: unknown, spot: Spot): unknown {
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        this.#label(item, { ...spot, from: `${spot.from}[${index}]`, to: `${spot.to}[${index}]` }),
      );
    }
    const isScalar = value === null || typeof value === 'string' || typeof value === 'number';
    return isScalar ? value : this.#inLanguages(value, spot);
  }

  #prose(value: unknown, spot: Spot): unknown {
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        this.#prose(item, { ...spot, from: `${spot.from}[${index}]`, to: `${spot.to}[${index}]` }),
      );
    }
    if (typeof value === 'string') {
      return this.#keepsMainLanguage() ? value : this.#inLanguages({ [this.setting.mainLanguage]: value }, spot);
    }
    return this.#inLanguages(value, spot);
  }

  /** The texts in the languages of the edition. */
  #inLanguages(value: unknown, spot: Spot): unknown {
    if (!isFields(value)) return undefined;
    const { languages } = this.setting.redaction;
    const isWanted = (tag: string) => languages.some((each) => each.toLowerCase() === tag.toLowerCase());
    const kept = Object.entries(value).filter(([tag, text]) => isWanted(tag) && typeof text === 'string');
    if (kept.length > 0) return Object.fromEntries(kept);
    this.problems.push(
      error(
        'sense-language-missing',
        `\`${spot.from}\` has no text in ${languages.join(', ')}, and ${this.#called()} is in no other language.`,
        {
          at: spot.from,
          hints: [`Give it as a map from language tag to text, or change the \`languages\` of the edition.`],
        },
      ),
    );
    return undefined;
  }

  #keepsMainLanguage(): boolean {
    const { redaction, mainLanguage } = this.setting;
    return redaction.languages[0]?.toLowerCase() === mainLanguage.toLowerCase();
  }

  #isShown(citation: unknown): boolean {
    return this.setting.sources.has(sourceOf(citation));
  }

  #unsourced(field: string, citations: readonly unknown[]): Diagnostic {
    const ids = citations.map((each) => `"${sourceOf(each)}"`).join(', ');
    return error(
      'edition-sources-withheld',
      `${this.#called()} keeps \`${field.replace(/\.sources?$/, '')}\` and withholds all its sources: ${ids}.`,
      { at: field, hints: ['Mark a source so that the edition may show it, or mark the item so that it is withheld.'] },
    );
  }

  #called(): string {
    return `the edition "${this.setting.redaction.name}"`;
  }
}

/** The id of the source that a citation names. */
export function sourceOf(citation: unknown): string {
  if (typeof citation === 'string') return citation;
  return isFields(citation) && typeof citation.source === 'string' ? citation.source : '';
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar, or a list of scalars. An object would have fields that the allow-list does not name. */
function isWord(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isWord) : ['string', 'number', 'boolean'].includes(typeof value);
}
