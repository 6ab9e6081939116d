import {
  requiredParam,
  type ApiMethod,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { namedCustomer } from './access';
import { touch } from './accounts';
import { etagOf } from './etag';
import { newSchemaId } from './identifiers';
import { isObject, jsonCopy, objectsIn, textOf } from './json-copy';
import { requirePrivilege } from './privileges';
import { alreadyExists, invalidInput, missingField, resourceNotFound } from './refusals';
import type { CustomerRecord } from '../state/directory';
import { newTable } from '../state/own-keys';

const FIELD_TYPES = ['STRING', 'INT64', 'BOOL', 'DOUBLE', 'EMAIL', 'PHONE', 'DATE'];
const NAME = /^[A-Za-z0-9_-]{1,60}$/;
/** "100 custom fields in an account". @see https://developers.google.com/workspace/admin/directory/v1/guides/manage-schemas */
const MOST_FIELDS = 100;

/** The schemas of an organization by name; the record stores the resource without kind and etag. */
function schemasOf(
  request: ApiRequest,
  caller: Caller,
  { workspace, privilege }: { readonly workspace: Workspace; readonly privilege: string },
): { readonly customer: CustomerRecord; readonly schemas: Record<string, JsonObject> } {
  const customer = namedCustomer(workspace, caller, requiredParam(request, 'customerId'));
  requirePrivilege(workspace, caller, privilege);
  const schemas = (workspace.state.directory.schemas[customer.id] ??= newTable());
  return { customer, schemas };
}

function schemaResource(schema: JsonObject): JsonObject {
  const fields = objectsIn(schema.fields).map((field) => ({
    kind: 'admin#directory#schema#fieldspec',
    etag: etagOf(field),
    ...jsonCopy(field),
  }));
  const content = { ...jsonCopy(schema), fields };
  return { kind: 'admin#directory#schema', etag: etagOf(content), ...content };
}

function namedSchema(schemas: Readonly<Record<string, JsonObject>>, key: string): JsonObject {
  const schema = schemas[key] ?? Object.values(schemas).find(({ schemaId }) => schemaId === key);
  if (!schema) throw resourceNotFound('schemaKey');
  return schema;
}

const list: ApiMethod = (request, caller, workspace) => {
  const { schemas } = schemasOf(request, caller, { workspace, privilege: 'SCHEMA_RETRIEVE' });
  const all = Object.values(schemas).map(schemaResource);
  return {
    kind: 'admin#directory#schemas',
    etag: etagOf(all),
    ...(all.length > 0 && { schemas: all }),
  } satisfies JsonObject;
};

const get: ApiMethod = (request, caller, workspace) => {
  const { schemas } = schemasOf(request, caller, { workspace, privilege: 'SCHEMA_RETRIEVE' });
  return schemaResource(namedSchema(schemas, requiredParam(request, 'schemaKey')));
};

/** The field specs of a request, with the ids of existing fields and Google's defaults. */
function fieldsIn(
  workspace: Workspace,
  body: JsonObject,
  before: readonly JsonObject[],
): JsonObject[] {
  const fields = objectsIn(body.fields);
  if (fields.length === 0) throw missingField('fields');
  if (fields.length > MOST_FIELDS) throw invalidInput('fields');
  const names = new Set(fields.map(({ fieldName }) => fieldName));
  if (names.size !== fields.length) throw invalidInput('fields');
  return fields.map((field) => fieldSpec(workspace, field, before));
}

function fieldSpec(
  workspace: Workspace,
  field: JsonObject,
  before: readonly JsonObject[],
): JsonObject {
  const fieldName = textOf(field.fieldName) ?? '';
  const fieldType = textOf(field.fieldType) ?? '';
  if (!NAME.test(fieldName)) throw invalidInput('fieldName');
  if (!FIELD_TYPES.includes(fieldType)) throw invalidInput('fieldType');
  const known = before.find((old) => old.fieldName === fieldName);
  // A field's type cannot change after its creation.
  if (known && known.fieldType !== fieldType) throw invalidInput('fieldType');
  return {
    fieldName,
    fieldId: known?.fieldId ?? newSchemaId(workspace),
    fieldType,
    multiValued: field.multiValued === true,
    indexed: field.indexed !== false,
    readAccessType: textOf(field.readAccessType) ?? 'ALL_DOMAIN_USERS',
    displayName: textOf(field.displayName) ?? fieldName,
    ...(isObject(field.numericIndexingSpec) && {
      numericIndexingSpec: jsonCopy(field.numericIndexingSpec),
    }),
  };
}

const insert: ApiMethod = (request, caller, workspace) => {
  const { schemas } = schemasOf(request, caller, { workspace, privilege: 'SCHEMA_MANAGEMENT' });
  const body = request.body ?? {};
  const schemaName = textOf(body.schemaName);
  if (!schemaName) throw missingField('schemaName');
  if (!NAME.test(schemaName)) throw invalidInput('schemaName');
  if (schemas[schemaName]) throw alreadyExists();
  const schema: JsonObject = {
    schemaId: newSchemaId(workspace),
    schemaName,
    displayName: textOf(body.displayName) ?? schemaName,
    fields: fieldsIn(workspace, body, []),
  };
  schemas[schemaName] = schema;
  touch(workspace.state.directory);
  return schemaResource(schema);
};

/** Fields that a replacing request leaves out are removed, together with people's values. */
const change: ApiMethod = (request, caller, workspace) => {
  const { customer, schemas } = schemasOf(request, caller, {
    workspace,
    privilege: 'SCHEMA_MANAGEMENT',
  });
  const schema = namedSchema(schemas, requiredParam(request, 'schemaKey'));
  const body = request.body ?? {};
  const before = objectsIn(schema.fields);
  const fields = body.fields ? fieldsIn(workspace, body, before) : before;
  if (body.displayName !== undefined) schema.displayName = textOf(body.displayName) ?? null;
  schema.fields = fields;
  const gone = before.filter((old) => !fields.some(({ fieldName }) => fieldName === old.fieldName));
  forgetValues(workspace, customer, {
    schemaName: String(schema.schemaName),
    fields: gone.map(({ fieldName }) => String(fieldName)),
  });
  touch(workspace.state.directory);
  return schemaResource(schema);
};

const remove: ApiMethod = (request, caller, workspace) => {
  const { customer, schemas } = schemasOf(request, caller, {
    workspace,
    privilege: 'SCHEMA_MANAGEMENT',
  });
  const schema = namedSchema(schemas, requiredParam(request, 'schemaKey'));
  const schemaName = String(schema.schemaName);
  delete schemas[schemaName];
  forgetValues(workspace, customer, { schemaName, fields: null });
  touch(workspace.state.directory);
  return undefined;
};

/** Removes people's values for some fields, or for the whole schema. */
function forgetValues(
  { state }: Workspace,
  { id }: CustomerRecord,
  {
    schemaName,
    fields,
  }: { readonly schemaName: string; readonly fields: readonly string[] | null },
): void {
  for (const { customerId, profile } of Object.values(state.directory.users)) {
    const values = profile.customSchemas;
    if (customerId !== id || !isObject(values)) continue;
    if (fields === null) delete values[schemaName];
    const own = values[schemaName];
    if (isObject(own)) for (const field of fields ?? []) delete own[field];
  }
}

export const schemaMethods: ApiMethods = {
  'directory.schemas.list': list,
  'directory.schemas.get': get,
  'directory.schemas.insert': insert,
  'directory.schemas.update': change,
  'directory.schemas.patch': change,
  'directory.schemas.delete': remove,
};
