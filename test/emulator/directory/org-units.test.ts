import { adminLog, CUSTOMER, directoryAs, refusalOf, withPeople, type Answer } from './acting';

const customerId = 'my_customer';

/** /Sales, /Sales/North Region, /Öljy & Kaasu, with one person in each of the first two. */
function withUnits() {
  const workspace = withPeople([
    { primaryEmail: 'seller@acme.example', orgUnitPath: '/Sales' },
    { primaryEmail: 'north@acme.example', orgUnitPath: '/Sales/North Region' },
  ]);
  const directory = directoryAs(workspace);
  const insert = (name: string, parentOrgUnitPath = '/'): Answer =>
    directory('orgunits.insert', { customerId }, { name, parentOrgUnitPath });
  const sales = insert('Sales');
  const north = insert('North Region', '/Sales');
  insert('Öljy & Kaasu');
  return { workspace, directory, sales, north };
}

const paths = ({ organizationUnits = [] }: Answer): string[] =>
  organizationUnits.map(({ orgUnitPath }: Answer) => orgUnitPath);

test('a unit says where it is, by path and by id', () => {
  const { directory, sales, north } = withUnits();
  expect(directory('orgunits.get', { customerId, orgUnitPath: 'Sales/North Region' })).toEqual({
    kind: 'admin#directory#orgUnit',
    etag: expect.any(String),
    name: 'North Region',
    description: '',
    orgUnitPath: '/Sales/North Region',
    orgUnitId: north.orgUnitId,
    parentOrgUnitPath: '/Sales',
    parentOrgUnitId: sales.orgUnitId,
  });
  expect(sales.orgUnitId).toMatch(/^id:[0-9a-z]+$/);
});

test.each([
  ['Sales/North Region'],
  ['/Sales/North Region'],
  ['Sales/North%20Region'],
  ['sales/north region'],
])('the path %s names the unit', (orgUnitPath) => {
  const { directory, north } = withUnits();
  expect(directory('orgunits.get', { customerId, orgUnitPath }).orgUnitId).toBe(north.orgUnitId);
  expect(directory('orgunits.get', { customerId, orgUnitPath: north.orgUnitId }).orgUnitId).toBe(
    north.orgUnitId,
  );
});

test.each([
  [{}, ['/Sales', '/Öljy & Kaasu']],
  [{ type: 'children' }, ['/Sales', '/Öljy & Kaasu']],
  [{ type: 'all' }, ['/Sales', '/Sales/North Region', '/Öljy & Kaasu']],
  [{ type: 'allIncludingParent' }, ['/', '/Sales', '/Sales/North Region', '/Öljy & Kaasu']],
  [{ type: 'all', orgUnitPath: 'Sales' }, ['/Sales/North Region']],
  [{ type: 'allIncludingParent', orgUnitPath: '/Sales' }, ['/Sales', '/Sales/North Region']],
  [{ orgUnitPath: 'Sales/North Region' }, []],
])('orgunits.list with %j has %j', (params, expected) => {
  const page = withUnits().directory('orgunits.list', { customerId, ...params });
  expect(paths(page)).toEqual(expected);
  if (expected.length === 0) expect(page).not.toHaveProperty('organizationUnits');
});

test('a renamed unit takes its people and units along, and only its own change is logged', () => {
  const { workspace, directory } = withUnits();
  const logged = adminLog(workspace).length;
  directory('orgunits.update', { customerId, orgUnitPath: 'Sales' }, { name: 'Vendors' });
  const where = (userKey: string) => directory('users.get', { userKey }).orgUnitPath;
  expect(where('seller@acme.example')).toBe('/Vendors');
  expect(where('north@acme.example')).toBe('/Vendors/North Region');
  expect(paths(directory('orgunits.list', { customerId, type: 'all' }))).toContain(
    '/Vendors/North Region',
  );
  expect(adminLog(workspace).slice(logged)).toEqual([
    'EDIT_ORG_UNIT_NAME ORG_UNIT_NAME=/Sales NEW_VALUE=Vendors',
  ]);
});

test('a moved unit does too', () => {
  const { workspace, directory, north } = withUnits();
  const logged = adminLog(workspace).length;
  directory(
    'orgunits.patch',
    { customerId, orgUnitPath: north.orgUnitId },
    { parentOrgUnitPath: '/' },
  );
  expect(directory('users.get', { userKey: 'north@acme.example' }).orgUnitPath).toBe(
    '/North Region',
  );
  expect(adminLog(workspace).slice(logged)).toEqual([
    'MOVE_ORG_UNIT ORG_UNIT_NAME=/Sales/North Region NEW_VALUE=/North Region',
  ]);
});

test('only an empty unit can be removed, never the root', () => {
  const { directory, north } = withUnits();
  const remove = (orgUnitPath: string) =>
    refusalOf(() => directory('orgunits.delete', { customerId, orgUnitPath }));
  expect(remove('Sales')).toMatch(/^412 conditionNotMet/);
  expect(remove(north.orgUnitId)).toMatch(/^412 conditionNotMet/);
  expect(remove('Öljy & Kaasu')).toBe('none');
  expect(remove('Öljy & Kaasu')).toBe('404 notFound: Org unit not found');
  expect(remove('/')).toBe('400 invalid: Invalid Ou Id');
});

test.each<[object, string]>([
  [{ name: 'Sales', parentOrgUnitPath: '/' }, '409 duplicate: Invalid Ou Id'],
  [{ name: 'A/B', parentOrgUnitPath: '/' }, '400 invalid: Invalid Ou Name'],
  [{ name: 'A', parentOrgUnitPath: '/Nowhere' }, '400 invalid: Invalid Parent Orgunit Id'],
  [{ name: 'A' }, '400 required: Missing required field: parentOrgUnitPath'],
])('the unit %j is refused: %s', (body, expected) => {
  const { directory } = withUnits();
  expect(refusalOf(() => directory('orgunits.insert', { customerId }, body))).toBe(expected);
});

test('a unit cannot be moved into itself', () => {
  const { directory, sales, north } = withUnits();
  const into = { parentOrgUnitId: north.orgUnitId };
  expect(
    refusalOf(() =>
      directory('orgunits.update', { customerId, orgUnitPath: sales.orgUnitId }, into),
    ),
  ).toBe('400 invalid: Invalid Parent Orgunit Id');
});

test.each([
  [{ customerId: 'acme.example', orgUnitPath: 'Sales' }, '400 invalid: Invalid Customer Id'],
  [{ customerId: CUSTOMER, orgUnitPath: 'Nowhere' }, '404 notFound: Org unit not found'],
  [{ customerId: CUSTOMER, orgUnitPath: 'id:!' }, '400 invalid: Invalid Ou Id'],
])('orgunits.get with %j is refused: %s', (params, expected) => {
  expect(refusalOf(() => withUnits().directory('orgunits.get', params))).toBe(expected);
});
