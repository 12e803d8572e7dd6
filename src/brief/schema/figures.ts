// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/** Figures that are drawn from the brief's own data: charts of numbers, and matrices of words. */
import { itemProperties } from './marking.js';

/** Charts of numbers: each cell after the first of its row is a number, or empty. */
export const CHART_KINDS = ['line', 'columns', 'bars', 'shares'] as const;
/** Matrices of words: each cell after the first of its row is a word, or empty. */
const MATRIX_KINDS = ['positions', 'criteria', 'lights'] as const;

export const figureDefinitions = {
  cell: {
    title: 'Cell',
    description:
      'A number, plain text (one string, or a map from language tag to string), or null where nothing is known.',
    type: ['string', 'number', 'null', 'object'],
    minProperties: 1,
    patternProperties: { '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$': { type: 'string', pattern: '\\S' } },
    additionalProperties: false,
    examples: [124, 'Mongolia', { en: 'Mongolia', sv: 'Mongoliet' }],
  },
  figure: {
    title: 'Figure',
    description:
      'A chart or a matrix, drawn from the data given here or in a CSV file. A line `:::chart{#its-id}`, and `:::` below it, in any long text prints it there.',
    type: 'object',
    properties: {
      ...itemProperties,
      kind: {
        title: 'Kind',
        description:
          'A line or columns over time, bars to compare, shares of a whole; or a matrix: the positions of actors on issues, options against criteria, traffic lights.',
        type: 'string',
        enum: [...CHART_KINDS, ...MATRIX_KINDS],
        examples: ['line'],
      },
      title: {
        $ref: '#/$defs/prose',
        title: 'Title',
        description: 'What it shows, printed above it.',
        examples: ['Arrest warrants have tripled since 2019'],
      },
      unit: {
        $ref: '#/$defs/label',
        title: 'Unit',
        description: 'What its numbers count, printed beside the title.',
        examples: ['warrants a year', 'per cent'],
      },
      columns: {
        title: 'Columns',
        description: 'The names of the columns; the first is that of the years, places or options down the side.',
        type: 'array',
        items: { $ref: '#/$defs/label' },
        minItems: 2,
        examples: [['Year', 'Issued']],
      },
      rows: {
        title: 'Rows',
        description: 'The data: one list for each row, with a cell for each column.',
        type: 'array',
        items: { title: 'Row', type: 'array', items: { $ref: '#/$defs/cell' }, minItems: 2 },
        minItems: 1,
        examples: [
          [
            [2022, 3],
            [2023, 4],
          ],
        ],
      },
      file: {
        $ref: '#/$defs/filePath',
        title: 'File',
        description:
          "A CSV file with its data, relative to the brief's folder and inside it; its first line names the columns.",
        examples: ['figures/warrants.csv'],
      },
      sources: {
        $ref: '#/$defs/citations',
        title: 'Sources',
        description: 'Where its data comes from: one citation or more.',
        examples: [['icc-finding']],
      },
      note: {
        $ref: '#/$defs/prose',
        title: 'Note',
        description: 'What a reader has to know of the data, printed below it.',
        examples: ['Sealed warrants are not counted.'],
      },
    },
    required: ['id', 'kind', 'title'],
    allOf: [
      {
        if: { properties: { kind: { enum: CHART_KINDS } }, required: ['kind'] },
        then: { required: ['sources'], $comment: 'shows numbers (`kind`), and so needs `sources`' },
      },
      {
        if: { not: { required: ['file'] } },
        then: { required: ['columns', 'rows'], $comment: 'needs `columns` and `rows`, or `file`' },
      },
      {
        if: { required: ['file'] },
        then: {
          properties: { columns: false, rows: false },
          $comment: 'has `file` already; a figure has either `file`, or `columns` and `rows`',
        },
      },
    ],
    additionalProperties: false,
    examples: [
      {
        id: 'warrants',
        kind: 'columns',
        title: 'Warrants issued by the Court',
        columns: ['Year', 'Issued'],
        rows: [
          [2022, 3],
          [2023, 4],
        ],
        sources: ['icc-finding'],
      },
    ],
  },
} as const;
