/** The open data as files: one envelope for every JSON, its JSON Schema, and CSV. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { csv } from './csv.ts';
import { day } from '../schema/common.ts';
import { DATA_VERSION, LICENCES, type DatasetFacts, type Licence } from '../schema/datasets.ts';

type Rec = Readonly<Record<string, unknown>>;

/** What stands around the records of every file. */
export interface DataFile {
  $schema: string;
  name: string;
  title: string;
  description: string;
  /** Of the shape, see DATA_VERSION. */
  version: string;
  /** `sha256-` and the hex digest of `JSON.stringify(items)`: equal as long as the records are. */
  content: string;
  /** The newest day in the records. Not the day of the build, so that two builds of one content are the same file. */
  generated: string;
  /** Address of the licence. */
  licence: string;
  /** Who asks to be named; empty where nobody does. */
  attribution: string;
  /** The page that describes the files. */
  home: string;
  count: number;
  items: readonly Rec[];
}

export const contentHash = (items: readonly Rec[]): string => `sha256-${createHash('sha256').update(JSON.stringify(items)).digest('hex')}`;

export interface Given {
  name: string;
  facts: DatasetFacts;
  generated: string;
  attribution: string;
  /** Full address of a path of the site. */
  full: (path: string) => string;
}

export const dataPath = (name: string, ending: 'json' | 'csv'): string => `/data/${name}.${ending}`;
export const schemaPath = (name: string): string => `/data/schema/${name}.schema.json`;

export const dataFile = ({ name, facts, generated, attribution, full }: Given, items: readonly Rec[]): DataFile => ({
  $schema: full(schemaPath(name)),
  name,
  title: facts.title,
  description: facts.description,
  version: DATA_VERSION,
  content: contentHash(items),
  generated,
  licence: LICENCES[facts.licence],
  attribution,
  home: full('/data/'),
  count: items.length,
  items,
});

/** Around every list of records; `name`, `licence` and `$schema` are fixed in each file's own schema. */
const envelope = (name: string, id: string, licence: Licence, record: z.ZodObject) =>
  z.strictObject({
    $schema: z.literal(id).describe('This schema.'),
    name: z.literal(name),
    title: z.string(),
    description: z.string(),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .describe('Of the shape: the first number rises when a field is renamed, removed or means something else.'),
    content: z
      .string()
      .regex(/^sha256-[0-9a-f]{64}$/)
      .describe('SHA-256 of the items as JSON without white space.'),
    generated: day.describe('The newest day in the records.'),
    licence: z.literal(LICENCES[licence]),
    attribution: z.string().describe('Who asks to be named; empty where nobody does.'),
    home: z.url(),
    count: z.int(),
    items: z.array(record),
  });

/** JSON Schema 2020-12 of one file. `id` is the schema's full address. */
export function jsonSchema(name: string, facts: DatasetFacts, id: string): object {
  const record = z.strictObject(Object.fromEntries(Object.entries(facts.record.shape).map(([key, field]) => [key, withNote(field, facts.fields[key])])));
  const made = z.toJSONSchema(envelope(name, id, facts.licence, record), { target: 'draft-2020-12', io: 'output' });
  return { $schema: made.$schema, $id: id, title: facts.title, description: facts.description, ...made };
}
const withNote = (field: z.core.$ZodType, note: string | undefined): z.core.$ZodType => (note === undefined ? field : (field as z.ZodType).meta({ description: note }));

/** One value of a list in a CSV cell is parted from the next by this. No value may hold it. */
export const LIST_SEPARATOR = ' | ';

const at = (record: Rec, path: string): unknown => path.split('.').reduce<unknown>((value, key) => (value as Rec | undefined)?.[key], record);

function cell(value: unknown, column: string): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const parts = value.map(String);
    const wrong = parts.find((p) => p.includes('|'));
    if (wrong !== undefined) throw new Error(`CSV column "${column}": "${wrong}" holds the separator of lists`);
    return parts.join(LIST_SEPARATOR);
  }
  if (typeof value === 'object') throw new Error(`CSV column "${column}" is not flat: name its parts, such as "${column}.${Object.keys(value)[0]}"`);
  return String(value as string | number | boolean);
}

/** The records a CSV's rows are made of: the entries of `rows`, each with its record's own fields, or the records. */
export const flatten = (items: readonly Rec[], rows?: string): Rec[] => (rows ? items.flatMap((item) => (item[rows] as Rec[]).map((entry) => ({ ...item, [rows]: entry }))) : [...items]);

/** Header of a column: `complaint.url` -> `complaint_url`; the name of the list that makes the rows is left out. */
export const header = (column: string, rows?: string): string => (rows && column.startsWith(`${rows}.`) ? column.slice(rows.length + 1) : column).replaceAll('.', '_');

/** Throws when a column is not flat, or a value of a list holds the separator. */
export const recordsAsCsv = (items: readonly Rec[], columns: readonly string[], rows?: string): string =>
  csv([columns.map((c) => header(c, rows)), ...flatten(items, rows).map((item) => columns.map((c) => cell(at(item, c), c)))]);
