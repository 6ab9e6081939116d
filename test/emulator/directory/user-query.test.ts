import { touch } from '../../../emulator/workspace/directory/accounts';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { CUSTOMER, directoryAs, refusalOf, withPeople, type Answer } from './acting';

/** Five people who differ in everything that a query can search. */
function people(): LocalWorkspace {
  const workspace = withPeople([
    {
      primaryEmail: 'jane.doe@acme.example',
      orgUnitPath: '/Sales',
      aliases: ['jd@acme.example'],
      profile: {
        name: { givenName: 'Jane Ann', familyName: "O'Neil" },
        organizations: [{ title: 'Sales Manager', department: 'Field Sales', costCenter: '42' }],
        relations: [{ type: 'manager', value: 'Head@acme.example' }],
        externalIds: [{ type: 'organization', value: 'E-100' }],
        customSchemas: { Work: { level: '7', site: 'Espoo', since: '2024-05-01', remote: true } },
      },
    },
    {
      primaryEmail: 'janet@acme.example',
      orgUnitPath: '/Sales/North',
      suspended: true,
      profile: {
        name: { givenName: 'Janet', familyName: 'Virtanen' },
        relations: [{ type: 'manager', value: 'jane.doe@acme.example' }],
        phones: [{ type: 'work', value: '+358 40 123' }],
        customSchemas: {
          Work: { level: '3', site: 'Turku', skills: [{ value: 'Go' }, { value: 'SQL' }] },
        },
      },
    },
    {
      primaryEmail: 'head@acme.example',
      orgUnitPath: '/Salesforce',
      archived: true,
      profile: {
        name: { givenName: 'Åke', familyName: 'Öhman' },
        addresses: [{ type: 'work', locality: 'Espoo', country: 'Finland' }],
        isEnrolledIn2Sv: true,
      },
    },
  ]);
  const { directory } = workspace.state;
  const field = (fieldName: string, fieldType: string, more = {}) => ({
    fieldName,
    fieldType,
    ...more,
  });
  directory.schemas[CUSTOMER] = {
    Work: {
      schemaName: 'Work',
      fields: [
        field('level', 'INT64', { numericIndexingSpec: { minValue: 1, maxValue: 10 } }),
        field('site', 'STRING'),
        field('since', 'DATE'),
        field('remote', 'BOOL'),
        field('skills', 'STRING', { multiValued: true }),
        field('secret', 'STRING', { indexed: false }),
        field('points', 'INT64'),
      ],
    },
  };
  touch(directory);
  return workspace;
}

const found = (query: string, more = {}): string =>
  (directoryAs(people())('users.list', { customer: 'my_customer', query, ...more }).users ?? [])
    .map(({ primaryEmail }: Answer) => primaryEmail.split('@')[0])
    .join(' ');

test.each([
  // words, prefixes, whole values
  ['givenName=Janet', 'janet'],
  ['givenName:Jane', 'jane.doe'],
  ['givenName:ann', 'jane.doe'],
  ['givenName:Jane*', 'jane.doe janet'],
  ["givenName='jane ann'", 'jane.doe'],
  ['givenName="Jane Ann"', 'jane.doe'],
  ["familyName='O\\'Neil'", 'jane.doe'],
  ["name:'Janet Virtanen'", 'janet'],
  ["name='Åke Öhman'", 'head'],
  ['familyName:öhman', 'head'],
  ['janet', 'janet'],
  ['jane virtanen', ''],
  // addresses, aliases too
  ['email=jd@acme.example', 'jane.doe'],
  ['email:jan*', 'jane.doe janet'],
  ['email:head', 'head'],
  // flags
  ['isSuspended=true', 'janet'],
  ['isArchived=true', 'head'],
  ['isAdmin=true', 'admin'],
  ['isSuspended=false isArchived=false isAdmin=false', 'anna ben jane.doe'],
  ['isEnrolledIn2Sv=true', 'head'],
  // where people are
  ['orgUnitPath=/Sales', 'jane.doe janet'],
  ['orgUnitPath=/sales/north', 'janet'],
  ['orgUnitPath=/Sales isSuspended=false', 'jane.doe'],
  ['orgUnitPath=/', 'admin anna ben head jane.doe janet'],
  // managers: directly, or up the chain, in any letter case
  ['directManager=jane.doe@acme.example', 'janet'],
  ['directManager=head@acme.example', 'jane.doe'],
  ['manager=head@acme.example', 'jane.doe janet'],
  ['manager=jd@acme.example', 'janet'],
  // organizations, addresses, phones, ids
  ['orgTitle:Manager', 'jane.doe'],
  ["orgTitle='sales manager'", 'jane.doe'],
  ["orgDepartment:'field sales'", 'jane.doe'],
  ['orgCostCenter=42', 'jane.doe'],
  ['addressLocality=espoo', 'head'],
  ['address:Finland', 'head'],
  ["phone='+358 40 123'", 'janet'],
  ['externalId=E-100', 'jane.doe'],
  // custom fields
  ['Work.site=espoo', 'jane.doe'],
  ['Work.site:Tur*', 'janet'],
  ['Work.level=7', 'jane.doe'],
  ['Work.level>=3', 'jane.doe janet'],
  ['Work.level>3', 'jane.doe'],
  ['Work.level:[1,5]', 'janet'],
  ['Work.since<2025-01-01', 'jane.doe'],
  ['Work.remote=true', 'jane.doe'],
  ['Work.skills=sql', 'janet'],
])('the query %s finds: %s', (query, expected) => {
  expect(found(query)).toBe(expected);
});

test.each([
  ['colour=red'],
  ['isSuspended:true'],
  ['isSuspended=yes'],
  ['givenName='],
  ["givenName='open"],
  ['phone:123'],
  ['orgUnitPath:/Sales'],
  ['orgUnitPath=Sales'],
  ['Work.secret=x'],
  ['Work.points>3'],
  ['Work.unknown=1'],
  ['Work.level=high'],
  ['name:Jan*'],
])('the query %s is refused', (query) => {
  expect(refusalOf(() => found(query))).toBe('400 invalid: Invalid Input: query');
});

test.each([['orgUnitPath=/Sales'], ['isAdmin=true'], ['isSuspended=false']])(
  'the public view does not answer %s',
  (query) => {
    expect(refusalOf(() => found(query, { viewType: 'domain_public' }))).toBe(
      '400 invalid: Invalid Input: query',
    );
  },
);
