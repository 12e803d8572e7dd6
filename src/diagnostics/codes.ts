/**
 * Every code a diagnostic can have: a closed union. Each has a row in docs/diagnostics.md and a test that produces it.
 * The prefix names the layer that found it.
 */
export const DIAGNOSTIC_CODES = [
  // reading files
  'file-not-found',
  'file-unreadable',
  'file-unwritable',
  'file-too-large',
  'file-outside-folder',
  // syntax
  'syntax-encoding',
  'syntax-empty',
  'syntax-yaml',
  'syntax-json',
  'syntax-duplicate-key',
  'syntax-alias-bomb',
  'syntax-several-documents',
  'syntax-control-character',
  'syntax-lost-text',
  'syntax-folded-text',
  'syntax-references',
  // shape
  'shape-type',
  'shape-required',
  'shape-unknown-field',
  'shape-value',
  'shape-format',
  // sense
  'sense-duplicate-id',
  'sense-unknown-reference',
  'sense-impossible-date',
  'sense-date-order',
  'sense-unknown-time-zone',
  'sense-stale-fact',
  'sense-unsourced-fact',
  'sense-unused-source',
  'sense-likelihood-scale',
  'sense-language-missing',
  'sense-long-summary',
  'sense-attribution',
  'sense-under-marked',
  'sense-clearance',
  'sense-two-recommended',
  'sense-section-circle',
  'sense-section-title',
  'sense-figure-data',
  'sense-figure-not-placed',
  'sense-forbidden-link',
  'sense-markup',
  'sense-estimative-word',
  'sense-mixed-estimate',
  'sense-mixed-scales',
  // the kept copies of sources, and the quotations in them
  'snapshot-missing',
  'snapshot-unreadable',
  'snapshot-hash',
  'quote-not-found',
  'quote-ambiguous',
  'quote-normalised',
  'quote-altered',
  'quote-unchecked',
  // the day of the build
  'stale-fact',
  'stale-review',
  'stale-as-of',
  // editions for other readers
  'edition-unknown',
  'edition-override-missing',
  'edition-refers-to-withheld',
  'edition-sources-withheld',
  'edition-incomplete',
  'edition-leak',
  'edition-not-searched',
  'edition-name',
  // the edition before this one
  'supersedes-hash',
  'supersedes-edition',
  'supersedes-invalid',
  'supersedes-withheld',
  // a PDF that is verified
  'verify-no-brief',
  'verify-incomplete',
  // templates, themes, images, configuration
  'template-not-found',
  'template-syntax',
  'template-unknown-field',
  'template-missing-requirement',
  'template-label-missing',
  'template-label-unused',
  'theme-invalid',
  'config-invalid',
  'image-missing',
  'image-unsupported',
  'image-too-large',
  // the page
  'glyph-missing',
  'page-overflow',
  // ours
  'internal',
] as const;

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];
