/**
 * A validator of the part of JSON Schema 2020-12 that the published schema uses, written from
 * the specification and without zod. It throws for any keyword that it does not know, so that
 * nothing in the schema goes unread.
 */
type Schema = Readonly<Record<string, unknown>>;

const notes: ReadonlySet<string> = new Set(['$schema', '$id', 'title', 'description', 'default', '$defs', 'then']);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const asSchema = (value: unknown): Schema => {
  if (!isObject(value)) throw new Error(`not a schema: ${JSON.stringify(value)}`);
  return value;
};
const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value as readonly unknown[];
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const length = (text: string): number => Array.from(text).length;

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

/** Each keyword says nothing of values that it is not about. */
const keywords: Readonly<Record<string, (value: unknown, of: unknown, schema: Schema, root: Schema) => boolean>> = {
  type: (value, of) => typeTests[String(of)]?.(value) ?? false,
  const: same,
  enum: (value, of) => list(of).some((one) => same(one, value)),
  pattern: (value, of) => typeof value !== 'string' || new RegExp(String(of), 'u').test(value),
  minLength: (value, of) => typeof value !== 'string' || length(value) >= Number(of),
  maxLength: (value, of) => typeof value !== 'string' || length(value) <= Number(of),
  minimum: (value, of) => typeof value !== 'number' || value >= Number(of),
  maximum: (value, of) => typeof value !== 'number' || value <= Number(of),
  minItems: (value, of) => !Array.isArray(value) || value.length >= Number(of),
  maxItems: (value, of) => !Array.isArray(value) || value.length <= Number(of),
  items: (value, of, _, root) => !Array.isArray(value) || value.every((item) => fits(item, asSchema(of), root)),
  required: (value, of) => !isObject(value) || list(of).every((name) => Object.hasOwn(value, String(name))),
  properties: (value, of, _, root) => !isObject(value) || Object.entries(asSchema(of)).every(([name, schema]) => !Object.hasOwn(value, name) || fits(value[name], asSchema(schema), root)),
  propertyNames: (value, of, _, root) => !isObject(value) || Object.keys(value).every((name) => fits(name, asSchema(of), root)),
  additionalProperties: (value, of, schema, root) => {
    const known = new Set(Object.keys(asSchema(schema['properties'] ?? {})));
    return !isObject(value) || Object.entries(value).every(([name, one]) => known.has(name) || fits(one, asSchema(of), root));
  },
  anyOf: (value, of, _, root) => list(of).some((schema) => fits(value, asSchema(schema), root)),
  allOf: (value, of, _, root) => list(of).every((schema) => fits(value, asSchema(schema), root)),
  if: (value, of, schema, root) => !fits(value, asSchema(of), root) || fits(value, asSchema(schema['then']), root),
  $ref: (value, of, _, root) => fits(value, asSchema(asSchema(root['$defs'])[String(of).replace('#/$defs/', '')]), root),
};

/** True when the value of JSON fits the schema. */
export function fits(value: unknown, schema: Schema, root: Schema = schema): boolean {
  return Object.entries(schema).every(([name, of]) => {
    if (notes.has(name)) return true;
    const keyword = keywords[name];
    if (!keyword) throw new Error(`unknown keyword ${name}`);
    return keyword(value, of, schema, root);
  });
}
