import fc from 'fast-check';
import { LocalWorkspace } from '../../../emulator/local-workspace';
import { directoryAs, type Answer } from '../directory/acting';
import { aLine, company, csvOf, NOW, usersOf, type Line } from './a-users-file';

const PEOPLE = [
  aLine(),
  aLine({
    'First Name': 'Žofie Łucja',
    'Last Name': 'Größe; "Jr", o\'Neil',
    'Email Address': 'Zofie@acme.example',
    'Work Address': 'Street 1\nTown\n\nCountry',
  }),
];

describe('a file is read in whatever way it was saved', () => {
  // csv-stringify itself quotes a line feed only where it ends records.
  const CRLF = { record_delimiter: '\r\n', quoted_match: '\n' };
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each<[string, Parameters<typeof csvOf>[1], (text: string) => Buffer]>([
    ['UTF-8', {}, (text) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', { bom: true }, (text) => Buffer.from(text)],
    ['semicolons and CRLF', { delimiter: ';', ...CRLF }, (text) => Buffer.from(text)],
    ['UTF-16 with tabs', { delimiter: '\t', ...CRLF }, utf16],
    ['UTF-16BE', {}, (text) => utf16(text).swap16()],
    ['everything in quotes', { quoted: true }, (text) => Buffer.from(text)],
  ])('%s', (_, options, encode) => {
    const users = usersOf(company(encode(csvOf(PEOPLE, options))));
    expect(users.map(({ name }) => name.familyName)).toEqual(['Berg', 'Größe; "Jr", o\'Neil']);
    expect(users[1].name.givenName).toBe('Žofie Łucja');
    expect(users[1].addresses).toEqual([{ formatted: 'Street 1\nTown\n\nCountry', type: 'work' }]);
  });

  test('Windows-1252', () => {
    const csv = csvOf([aLine({ 'First Name': 'Jérôme', 'Last Name': 'Mäkelä' })]);
    const [user] = usersOf(company(Buffer.from(csv, 'latin1')));
    expect(user.name.fullName).toBe('Jérôme Mäkelä');
  });
});

test('columns are found by name in any order, whatever is in brackets; unknown ones are ignored', () => {
  const header = ['Shoe size', 'EMAIL  address', 'last name [required!]', 'First Name'];
  const csv = csvOf([], { header }) + '42,anna@acme.example,Berg,Anna\n';
  const made = company(csv);
  expect(usersOf(made)[0].name.fullName).toBe('Anna Berg');
  expect(made.report.notes).toEqual([
    { line: 1, reason: 'no column "Org Unit Path": everybody is in "/"' },
  ]);
});

describe('what spreadsheet programs add to a file is read past', () => {
  const header = 'First Name,Last Name,Email Address,Org Unit Path';
  const names = (csv: string) => usersOf(company(csv)).map(({ name }) => name.fullName);

  test('separators at the end of a row with nothing behind them', () => {
    const made = company(
      `${header}\nAnna,Berg,anna@acme.example,/,\nBen,Berg,ben@acme.example,/, ,,\n`,
    );
    expect(usersOf(made)).toHaveLength(2);
    expect(made.report).toMatchObject({ loaded: 2, skipped: [], notes: [] });
  });

  test('but a value too many is one', () => {
    const made = company(
      `${header}\nAnna,Berg,anna@acme.example,/,x\nBen,Berg,ben@acme.example,/\n`,
    );
    expect(made.report.skipped).toEqual([
      { line: 2, reason: 'it has 5 values, the first line has 4' },
    ]);
  });

  test.each([
    ['sep=;\n', ';'],
    ['SEP=,\r\n', ','],
    ['sep=\t\n', '\t'],
    ['sep=|\n', '|'],
  ])('the line %j', (line, separator) => {
    const rows = [header, 'Anna,Berg,anna@acme.example,/', 'Ben,Berg,,/'];
    const made = company(line + rows.join('\n').replaceAll(',', separator));
    expect(usersOf(made)).toHaveLength(1);
    expect(made.report.skipped).toEqual([{ line: 4, reason: 'it has no email address' }]);
  });

  test('a column that is there twice: the first is read, and that is noted', () => {
    const csv = `${header},email address [2]\nAnna,Berg,anna@acme.example,/,other@acme.example\n`;
    expect(names(csv)).toEqual(['Anna Berg']);
    expect(usersOf(company(csv))[0].primaryEmail).toBe('anna@acme.example');
    expect(company(csv).report.notes).toEqual([
      {
        line: 1,
        reason: 'the column "Email Address" is there more than once: the first one is read',
      },
    ]);
  });
});

test('what the file says about a person is what the Directory API says', () => {
  const line = aLine({
    'Org Unit Path': '/Sales/Nordic',
    'Last Sign In': '2026/02/27 08:12:33',
    'Recovery Email': 'anna@home.example',
    'Recovery Phone': '+358405550100',
    'Home Secondary Email': 'a@home.example',
    'Work Secondary Email': 'a@work.example',
    'Work Phone': '1',
    'Home Phone': '2',
    'Mobile Phone': '3',
    'Work Address': 'W',
    'Home Address': 'H',
    'Employee ID': 'E1',
    'Employee Type': 'Permanent',
    'Employee Title': 'Seller',
    'Manager Email': 'boss@acme.example',
    Department: 'Sales',
    'Cost Center': 'CC 7',
    '2sv Enrolled': 'True',
    'Building ID': 'HQ',
    'Floor Name': '2',
  });
  expect(usersOf(company(csvOf([line])))[0]).toMatchObject({
    primaryEmail: 'anna@acme.example',
    name: { givenName: 'Anna', familyName: 'Berg', fullName: 'Anna Berg' },
    orgUnitPath: '/Sales/Nordic',
    suspended: false,
    lastLoginTime: '2026-02-27T08:12:33.000Z',
    recoveryEmail: 'anna@home.example',
    recoveryPhone: '+358405550100',
    emails: expect.arrayContaining([
      { address: 'a@home.example', type: 'home' },
      { address: 'a@work.example', type: 'work' },
    ]),
    phones: [
      { value: '1', type: 'work' },
      { value: '2', type: 'home' },
      { value: '3', type: 'mobile' },
    ],
    addresses: [
      { formatted: 'W', type: 'work' },
      { formatted: 'H', type: 'home' },
    ],
    externalIds: [{ value: 'E1', type: 'organization' }],
    relations: [{ value: 'boss@acme.example', type: 'manager' }],
    organizations: [
      {
        title: 'Seller',
        department: 'Sales',
        costCenter: 'CC 7',
        description: 'Permanent',
        primary: true,
      },
    ],
    locations: [{ type: 'desk', area: 'desk', buildingId: 'HQ', floorName: '2' }],
    isEnrolledIn2Sv: true,
  });
});

test('suspended and archived people are so', () => {
  const users = usersOf(
    company(
      csvOf([
        aLine(),
        aLine({ 'Email Address': 'b@acme.example', Status: 'Suspended' }),
        aLine({ 'Email Address': 'c@acme.example', Status: 'Archived' }),
      ]),
    ),
  );
  expect(users.map(({ suspended, archived }) => [suspended, archived])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
});

test('the most frequent domain is the primary one, and org units have their parents', () => {
  const made = company(
    csvOf([
      aLine({ 'Email Address': 'a@labs.example', 'Org Unit Path': '/A/B/C' }),
      aLine({ 'Email Address': 'b@acme.example', 'Org Unit Path': 'a/b' }),
      aLine({ 'Email Address': 'c@ACME.example', 'Org Unit Path': '/D/' }),
    ]),
  );
  const workspace = new LocalWorkspace({ state: made.state, latency: 'none', startAt: NOW });
  const directory = directoryAs(workspace, made.superAdmin);
  const { domains } = directory('domains.list', { customer: 'my_customer' });
  expect(domains.map((one: Answer) => [one.domainName, one.isPrimary])).toEqual([
    ['acme.example', true],
    ['labs.example', false],
  ]);
  const units = directory('orgunits.list', { customerId: 'my_customer', type: 'all' });
  const paths = units.organizationUnits.map(({ orgUnitPath }: Answer) => orgUnitPath);
  expect(paths.sort()).toEqual(['/A', '/A/B', '/A/B/C', '/D']);
  expect(usersOf(made).map(({ orgUnitPath }) => orgUnitPath)).toEqual(['/A/B/C', '/A/B', '/D']);
});

describe('a bad line is named and skipped', () => {
  const good = (name: string): string => `Good,${name},${name}@acme.example,/`;
  const reading = (...lines: string[]) =>
    company(['First Name,Last Name,Email Address,Org Unit Path', ...lines].join('\n'));
  const longName = 'x'.repeat(61);

  test.each([
    ['no address', 'A,B,,/', 'it has no email address'],
    ['a bad address', 'A,B,a at acme,/', '"a at acme" is not an email address'],
    [
      'the address of another line, in other letters',
      'A,B,ONE@acme.example,/',
      'line 2 has the address ONE@acme.example already',
    ],
    ['a consumer address', 'A,B,a@gmail.com,/', 'gmail.com is a consumer domain'],
    ['no first name', ',B,a@acme.example,/', 'it has no first name'],
    ['no last name', 'A,,a@acme.example,/', 'it has no last name'],
    ['too few values', 'A,B,a@acme.example', 'it has 3 values, the first line has 4'],
    ['too many values', 'A,B,a@acme.example,/,x', 'it has 5 values, the first line has 4'],
    ['a quote that is not closed', 'A,"B,a@acme.example,/', 'a quote is not closed'],
    ['text behind a quote', 'A,"B" C,a@acme.example,/', 'a quote is not closed'],
    ['an org unit without a name', 'A,B,a@acme.example,/X//Y', '"/X//Y" is not an org unit path'],
    ['an org unit too deep', `A,B,a@acme.example,${'/x'.repeat(36)}`, 'deeper than the 35 levels'],
    ['a name too long', `${longName},B,a@acme.example,/`, 'Invalid Input: Given/Family Name'],
    ['only separators', ',,,', 'it has no email address'],
  ])('%s', (_, line, reason) => {
    const made = reading(good('one'), line, good('two'), '', good('three'));
    expect(made.report.skipped).toEqual([{ line: 3, reason: expect.stringContaining(reason) }]);
    expect(made.report.loaded).toBe(3);
    expect(usersOf(made).map(({ name }) => name.familyName)).toEqual(['one', 'three', 'two']);
  });

  test('a quote that is not closed costs no other line, even among quoted ones over several lines', () => {
    const made = reading(
      'A,"B,a@acme.example,/',
      '"Good","on\ne",one@acme.example,"/"',
      good('two'),
      'C,"D,c@acme.example,/',
    );
    expect(made.report.skipped.map(({ line }) => line)).toEqual([2, 6]);
    expect(made.report.loaded).toBe(2);
  });

  test('an unknown status or last sign-in is reported, and the person is loaded', () => {
    const csv = csvOf([aLine({ Status: 'Sleeping', 'Last Sign In': 'last Tuesday' })]);
    const { report } = company(csv);
    expect(report.loaded).toBe(1);
    expect(report.notes.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '2: the status "Sleeping" is treated as active',
      '2: the last sign-in "last Tuesday" is not a recognized time',
    ]);
  });
});

describe('who is super administrator', () => {
  const file = (...people: readonly (readonly [string, string?])[]): string =>
    csvOf(people.map(([email, Status = 'Active']) => aLine({ 'Email Address': email, Status })));

  test.each<[string, string, string | undefined, string]>([
    ['admin@', file(['a@x.example'], ['admin@x.example']), undefined, 'admin@x.example'],
    [
      'administrator@',
      file(['a@x.example'], ['administrator@x.example']),
      undefined,
      'administrator@x.example',
    ],
    ['it@', file(['a@x.example'], ['it@x.example']), undefined, 'it@x.example'],
    [
      'the first active one else',
      file(['admin@x.example', 'Suspended'], ['b@x.example'], ['c@x.example']),
      undefined,
      'b@x.example',
    ],
    ['whoever is chosen', file(['admin@x.example'], ['b@x.example']), 'B@x.example', 'b@x.example'],
  ])('%s', (_, csv, admin, expected) => {
    const made = company(csv, admin === undefined ? {} : { admin });
    expect(made.superAdmin).toBe(expected);
    expect(usersOf(made).filter(({ isAdmin }) => isAdmin)).toMatchObject([
      { primaryEmail: expected },
    ]);
  });

  test.each([
    ['is not in the file', 'x@x.example', 'The super administrator x@x.example is not in it.'],
    ['is suspended', 'b@x.example', 'b@x.example is not active'],
  ])('nobody who %s', (_, admin, words) => {
    const csv = file(['a@x.example'], ['b@x.example', 'Suspended']);
    expect(() => company(csv, { admin })).toThrow(words);
  });

  test('nobody, where nobody is active', () => {
    expect(() => company(file(['a@x.example', 'Suspended']))).toThrow('Nobody in it is active');
  });
});

test.each([
  ['an empty file', '', 'no column "First Name", "Last Name", "Email Address"'],
  ['a file without addresses', 'First Name,Last Name\nA,B', 'no column "Email Address"'],
  ['something else', '\u0000\u0001PNG\nxx', 'The first line has no column'],
  ['nobody', csvOf([]), 'It contains nobody'],
  ['nobody usable', csvOf([aLine({ 'Email Address': '' })]), 'Line 2: it has no email address.'],
])('%s is refused in a sentence', (_, csv, words) => {
  expect(() => company(csv)).toThrow(words);
});

test('the same file makes the same company, as plain JSON', () => {
  const { state } = company(csvOf(PEOPLE));
  expect(company(csvOf(PEOPLE)).state).toEqual(state);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
});

test('ten thousand people', () => {
  const lines = Array.from({ length: 10_000 }, (_, nth) =>
    aLine({ 'Email Address': `p${nth}@acme.example`, 'Org Unit Path': `/U${nth % 50}/V` }),
  );
  expect(company(csvOf(lines)).report).toMatchObject({ loaded: 10_000, skipped: [] });
});

test('the people in a file are in the company, and nobody else', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.length <= 60);
  const line = fc.record({
    'First Name': name,
    'Last Name': name,
    'Email Address': fc
      .tuple(
        fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}[a-z]$/),
        fc.constantFrom('a.example', 'b.example'),
      )
      .map((parts) => parts.join('@')),
    'Org Unit Path': fc
      .array(fc.stringMatching(/^[A-Za-zäö &]{0,6}[a-z]$/), { maxLength: 3 })
      .map((names) => `/${names.map((part) => part.trim()).join('/')}`),
    'Work Address': fc.string({ maxLength: 20 }).map((text) => text.trim()),
  });
  const lines = fc.uniqueArray(line, { selector: (one) => one['Email Address'], minLength: 1 });
  const delimiter = fc.constantFrom(',', ';', '\t');
  fc.assert(
    fc.property(lines, delimiter, fc.boolean(), (people: readonly Line[], separator, bom) => {
      const made = company(csvOf(people, { delimiter: separator, bom }));
      expect(made.report.skipped).toEqual([]);
      const seen = usersOf(made).map((user) => ({
        'First Name': user.name.givenName,
        'Last Name': user.name.familyName,
        'Email Address': user.primaryEmail,
        'Org Unit Path': user.orgUnitPath.toLowerCase(),
        'Work Address': user.addresses?.[0].formatted ?? '',
      }));
      const written = people.map((one) => ({
        ...one,
        'Org Unit Path': one['Org Unit Path']!.toLowerCase(),
        'Work Address': one['Work Address']!.replace(/\r\n?/g, '\n'),
      }));
      const byAddress = (a: Line, b: Line): number =>
        a['Email Address']! < b['Email Address']! ? -1 : 1;
      expect([...seen].sort(byAddress)).toEqual([...written].sort(byAddress));
    }),
    { numRuns: 60 },
  );
});
