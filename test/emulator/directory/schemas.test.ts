import { ANNA, aWorkspace } from '../../support/small-company';
import { adminLog, directoryAs, refusalOf, type Answer } from './acting';

const customerId = 'my_customer';
const WORK = {
  schemaName: 'Work',
  fields: [
    { fieldName: 'level', fieldType: 'INT64' },
    { fieldName: 'since', fieldType: 'DATE' },
    { fieldName: 'remote', fieldType: 'BOOL' },
    { fieldName: 'skills', fieldType: 'STRING', multiValued: true },
  ],
};

function withSchema() {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const schema = directory('schemas.insert', { customerId }, WORK);
  const give = (Work: object | null): Answer =>
    directory('users.update', { userKey: ANNA }, { customSchemas: { Work } }).customSchemas;
  return { workspace, directory, schema, give };
}

test('a schema and its fields have ids and Google’s defaults', () => {
  const { directory, schema } = withSchema();
  expect(schema).toMatchObject({
    kind: 'admin#directory#schema',
    schemaId: expect.any(String),
    displayName: 'Work',
    fields: [
      {
        kind: 'admin#directory#schema#fieldspec',
        fieldName: 'level',
        indexed: true,
        multiValued: false,
        readAccessType: 'ALL_DOMAIN_USERS',
      },
      {},
      {},
      { multiValued: true },
    ],
  });
  expect(directory('schemas.get', { customerId, schemaKey: schema.schemaId })).toEqual(schema);
  expect(directory('schemas.list', { customerId }).schemas).toEqual([schema]);
  expect(refusalOf(() => directory('schemas.insert', { customerId }, WORK))).toBe(
    '409 duplicate: Entity already exists.',
  );
});

test('values are merged field by field; null removes one, or all', () => {
  const { workspace, give } = withSchema();
  give({ level: 5, since: '2024-05-01' });
  expect(give({ remote: true, skills: [{ value: 'Go', type: 'work' }] })).toEqual({
    Work: {
      level: '5',
      since: '2024-05-01',
      remote: true,
      skills: [{ value: 'Go', type: 'work' }],
    },
  });
  expect(give({ since: null }).Work).not.toHaveProperty('since');
  expect(give(null)).toBeUndefined();
  expect(adminLog(workspace)[0]).toBe(
    `CHANGE_USER_CUSTOM_FIELD USER_EMAIL=${ANNA} USER_CUSTOM_FIELD=Work.level OLD_VALUE= NEW_VALUE=5`,
  );
});

test.each([
  [{ level: 'high' }],
  [{ since: '1.5.2024' }],
  [{ remote: 'yes' }],
  [{ skills: 'Go' }],
  [{ skills: [{ type: 'work' }] }],
  [{ unknown: 1 }],
])('the value %j does not fit', (values) => {
  const { give } = withSchema();
  expect(refusalOf(() => give(values))).toBe('400 invalid: Invalid Input: custom_schema');
});

test('a field that is removed from its schema loses its values', () => {
  const { directory, give } = withSchema();
  give({ level: 5, remote: true });
  directory(
    'schemas.update',
    { customerId, schemaKey: 'Work' },
    { ...WORK, fields: WORK.fields.slice(0, 1) },
  );
  const seen = () => directory('users.get', { userKey: ANNA, projection: 'full' }).customSchemas;
  expect(seen()).toEqual({ Work: { level: '5' } });
  directory('schemas.delete', { customerId, schemaKey: 'Work' });
  expect(seen()).toBeUndefined();
});

test.each([
  [{ fields: WORK.fields }, '400 required: Missing required field: schemaName'],
  [{ schemaName: 'A b', fields: WORK.fields }, '400 invalid: Invalid Input: schemaName'],
  [{ schemaName: 'A' }, '400 required: Missing required field: fields'],
  [
    { schemaName: 'A', fields: [{ fieldName: 'x', fieldType: 'COLOUR' }] },
    '400 invalid: Invalid Input: fieldType',
  ],
])('the schema %j is refused: %s', (body, expected) => {
  const directory = directoryAs(aWorkspace());
  expect(refusalOf(() => directory('schemas.insert', { customerId }, body))).toBe(expected);
});
