import {
  DOCUMENTS,
  type ApiMethodDescription,
  type DiscoveryDocument,
  type SchemaDescription,
} from '../discovery/discovery';
import type { Json, JsonObject } from '../workspace/api-method';
import { GoogleError } from '../workspace/google-error';
import { FRONT_ENDS } from './front-end';
import { invalidParameter } from './refused-request';

/** What a `fields` selector keeps of an object; `all` keeps everything below. */
type Selection = 'all' | Map<string, Selection>;

const compiled = new Map<string, Selection>();
const COMPILED_KEPT = 500;

/**
 * The part of an answer that `fields` asks for, such as `items(id,start/dateTime),nextPageToken`.
 *
 * @returns a new object without the fields that were not asked for; requested fields that the answer lacks are left out.
 * @throws GoogleError 400 when the selector is malformed or names a field that the resource does not have.
 * @see https://developers.google.com/workspace/calendar/api/guides/performance#partial-response
 */
export function partialResponse(
  method: ApiMethodDescription,
  answer: object,
  fields: string,
): object {
  const key = `${method.api} ${method.response} ${fields}`;
  let selection = compiled.get(key);
  if (selection === undefined) {
    selection = new Selector(method, fields).read();
    if (compiled.size >= COMPILED_KEPT) compiled.clear();
    compiled.set(key, selection);
  }
  return select(answer as JsonObject, selection) as object;
}

function select(value: Json, selection: Selection): Json {
  if (selection === 'all' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => select(item, selection));
  const wildcard = selection.get('*');
  const part: JsonObject = {};
  for (const name of Object.keys(value)) {
    const below = selection.get(name) ?? wildcard;
    if (below !== undefined) part[name] = select(value[name]!, below);
  }
  return part;
}

/** Reads one selector against the schema of the answer. */
class Selector {
  private at = 0;
  private readonly schemas: DiscoveryDocument['schemas'];

  constructor(
    private readonly method: ApiMethodDescription,
    private readonly text: string,
  ) {
    this.schemas = DOCUMENTS[method.api].schemas;
  }

  read(): Selection {
    const selection = this.list({ $ref: this.method.response ?? '' }, '');
    if (this.at < this.text.length) throw this.refusal(this.text.slice(this.at));
    return selection;
  }

  private list(schema: SchemaDescription, path: string): Selection {
    const selection = new Map<string, Selection>();
    do this.path(schema, path, selection);
    while (this.take(','));
    return selection;
  }

  private path(schema: SchemaDescription, outer: string, into: Map<string, Selection>): void {
    const name = this.name();
    const path = outer ? `${outer}/${name}` : name;
    const field = this.fieldOf(schema, name, path);
    if (this.take('(')) {
      merge(into, name, this.list(field, path));
      if (!this.take(')')) throw this.refusal(path);
    } else if (this.take('/') || this.take('.')) {
      const below = new Map<string, Selection>();
      this.path(field, path, below);
      merge(into, name, below);
    } else merge(into, name, 'all');
  }

  private name(): string {
    const [name] = /^[^,()/.\s]*/.exec(this.text.slice(this.at))!;
    if (name === '') throw this.refusal(this.text.slice(this.at));
    this.at += name.length;
    return name;
  }

  private take(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at++;
    return true;
  }

  private fieldOf(schema: SchemaDescription, name: string, path: string): SchemaDescription {
    let resolved = schema;
    while (resolved.$ref !== undefined || resolved.type === 'array')
      resolved = (resolved.$ref === undefined ? resolved.items : this.schemas[resolved.$ref]) ?? {};
    const { properties = {}, additionalProperties, type } = resolved;
    if (type === 'any' || type === undefined || name === '*') return {};
    const field = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (!field) throw this.refusal(path);
    return field;
  }

  private refusal(path: string): GoogleError {
    if (FRONT_ENDS[this.method.api].errorsList === 'always')
      return invalidParameter('fields', `Invalid field selection ${path}`);
    const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
    return new GoogleError(400, 'badRequest', 'Request contains an invalid argument.', {
      status: 'INVALID_ARGUMENT',
      fieldViolations: [{ field: path, description }],
    });
  }
}

function merge(into: Map<string, Selection>, name: string, selection: Selection): void {
  const known = into.get(name);
  if (known === undefined || selection === 'all') into.set(name, selection);
  else if (known !== 'all') for (const [below, its] of selection) merge(known, below, its);
}
