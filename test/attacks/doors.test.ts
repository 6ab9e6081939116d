// Every name that Apps Script can call, called by whom it is not for, with what it does not expect.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANNA } from '../support/set-up';
import { BUILT, principal } from '../support/tandem';
import {
  ANNAS_SECRET,
  attacked,
  BROKEN,
  companyInUse,
  DOORS,
  GRACE,
  held,
  JOHANNA,
  KAISA,
  outOf,
  type Company,
} from './company';

let company: Company;
beforeAll(() => {
  company = companyInUse();
});

const deep = (): unknown => {
  let value: unknown = 'end';
  for (let depth = 0; depth < 500; depth++) value = { commonEventObject: value };
  return value;
};

const POLLUTING = JSON.parse(
  '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": 1}}',
) as object;

/** Arguments of any kind: none of them is what a door is made for. */
const ODD: readonly (readonly [string, readonly unknown[]])[] = [
  ['nothing', []],
  ['null', [null, null]],
  ['numbers', [1e308, -1]],
  ['a long text', ['x'.repeat(200_000), 'y'.repeat(200_000)]],
  ['lists', [[[]], [[[1]]]]],
  ['prototypes', [POLLUTING, POLLUTING]],
  ['names of a prototype', ['__proto__', { place: ['constructor'] }]],
  ['something deep', [deep(), deep()]],
  [
    'a prototype’s name as the action',
    [{ commonEventObject: { parameters: { do: 'constructor' } } }],
  ],
  ['a trigger nobody made', [{ triggerUid: '12345' }]],
  ['texts where lists are', ['directory.look', { place: 'everywhere' }]],
  ['control characters', ['\u0000\u202e', { '\ud800': ['\ud800'] }]],
];

const STRANGERS = [KAISA, GRACE, JOHANNA];

/** One answers with a library for the browser, which is nobody's secret and names errors of its own. */
const SAYING = DOORS.filter((door) => door !== 'keyOpenerFile');

test.each(SAYING.flatMap((door) => STRANGERS.map((as) => [door, as] as const)))(
  '%s, called by %s with whatever: nothing of others is shown or changed, and nothing breaks [Att2] [Att3] [Att7]',
  (door, as) => {
    const before = held(company, as);
    for (const surface of ['webapp', 'addon'] as const)
      for (const [what, args] of ODD) {
        const out = outOf(attacked(company, { as, door, surface, args }));
        expect([what, BROKEN.exec(out)]).toEqual([what, null]);
        expect([what, out.includes(ANNA), out.includes(ANNAS_SECRET)]).toEqual([
          what,
          false,
          false,
        ]);
      }
    expect(held(company, as)).toBe(before);
  },
);

test('the file that opens keys in the browser is the same for everybody, whatever is sent with the call [Att2]', () => {
  const file = readFileSync(join(BUILT, 'key-opener.html'), 'utf8');
  const call = { door: 'keyOpenerFile', surface: 'webapp' } as const;
  for (const as of STRANGERS)
    for (const [, args] of ODD) expect(attacked(company, { ...call, as, args }).value).toBe(file);
});

test('no other function of the bundle can be called by name [Att2]', () => {
  const source = readFileSync(join(BUILT, 'main.js'), 'utf8');
  const names = new Set(
    [...source.matchAll(/\bfunction\s+([\w$]+)\s*\(|^(?:var|let|const)\s+([\w$]+)/gm)].map(
      ([, named, kept]) => (named ?? kept)!,
    ),
  );
  expect(names.size).toBeGreaterThan(100);
  const called = [...names].filter((door) => {
    const { execution } = attacked(company, { as: KAISA, door, surface: 'webapp', args: [] });
    return !execution.error?.message.startsWith('Script function not found');
  });
  expect(called.sort()).toEqual([...DOORS].sort());
});

test.each(['doPost', 'usercallback', 'authCallback'])(
  'there is no %s: no notice, no secret and no callback to forge or replay [Att13] [Att14] [Att16]',
  (door) => {
    const event = { parameter: { state: 'x', code: 'y' }, postData: { contents: '{}' } };
    const { execution } = attacked(company, {
      ...{ as: KAISA, door, surface: 'webapp', args: [event] },
    });
    expect(execution.error?.message).toMatch(/^Script function not found/);
  },
);

test('the page is a file: nothing that its address carries gets into it [Att21]', () => {
  const page = (parameter: object) =>
    outOf(
      attacked(company, { as: KAISA, door: 'doGet', surface: 'webapp', args: [{ parameter }] }),
    );
  expect(page({ place: '<script>alert(1)</script>', user: ANNA })).toBe(page({}));
});

test('a flood of notices that a calendar changed is one wish to look, and asks Google nothing [Att15]', () => {
  const { workspace } = company;
  const { record } = workspace.installed!;
  const { userId } = principal(workspace, ANNA);
  const { uid: triggerUid } = record.triggers.find(({ ownerUserId }) => ownerUserId === userId)!;
  for (let notice = 0; notice < 50; notice++) {
    const args = [{ triggerUid, calendarId: ANNA }];
    const attack = { as: ANNA, door: 'onCalendarUpdated', surface: 'webapp', args } as const;
    const { execution } = attacked(company, attack);
    expect(execution.error).toBeNull();
    expect(
      execution.calls.filter(({ method }) => /^(calendar|directory|urlfetch)/.test(method)),
    ).toEqual([]);
  }
  expect(
    Object.keys(record.scriptProperties).filter((key) => key.startsWith('wish.')),
  ).toHaveLength(1);
});

test.each(['runSyncs', 'continueSyncs', 'onCalendarUpdated'])(
  '%s does nothing for a trigger that is somebody else’s, or nobody’s [Att7]',
  (door) => {
    const uids = company.workspace.installed!.record.triggers.map(({ uid }) => uid);
    expect(uids.length).toBeGreaterThan(1);
    for (const as of STRANGERS) {
      const before = held(company, as);
      for (const triggerUid of uids) {
        const { execution } = attacked(company, {
          as,
          door,
          surface: 'webapp',
          args: [{ triggerUid }],
        });
        expect(execution.error).toBeNull();
        const done = execution.calls.map(({ method }) => method);
        expect(done).toEqual(['execution.start', 'script.getProjectTriggers']);
      }
      expect(held(company, as)).toBe(before);
    }
  },
);

test('a runner asked by its own account without a trigger does nothing', () => {
  const as = company.page.person;
  const { execution } = attacked(company, { as, door: 'runSyncs', surface: 'webapp', args: [{}] });
  expect(execution.calls.map(({ method }) => method)).toEqual(['execution.start']);
});
