import type { Caller, Inputs } from '../../src/card/action';
import { installActions } from '../../src/install/actions';
import { ALL_WELL } from '../../src/install/health';
import { dailyChecksSlot } from '../../src/install/daily-checks';
import { INSTALL, type InstallAction } from '../../src/install/names';
import { mailed, REQUEST, requestBook } from '../../src/install/request';
import { fail, ok } from '../../src/kit/result';
import { MemoryListedStore } from '../calendar/memory-company';
import { MemoryStore } from '../kit/memory-store';
import { ADMIN, around, aSetup, OTHER } from './world';

const NOORA: Caller = { userId: 'u-noora', email: 'noora@acme.example', domain: 'acme.example' };
const DAY_MS = 86_400_000;

/** An organization that is not set up, in which anybody presses buttons. */
function organization(changes: Partial<ReturnType<typeof aSetup>> = {}) {
  const setup = { ...aSetup(), ...changes };
  const stores = new Map<string, MemoryStore>();
  const storeOf = ({ email }: Caller): MemoryStore => {
    const store = stores.get(email) ?? new MemoryStore();
    stores.set(email, store);
    return store;
  };
  setup.ports.answers.license = ok({ kind: 'none' });
  const press = (name: InstallAction, caller: Caller = NOORA, inputs: Inputs = {}) => {
    setup.ports.answers.account =
      caller === ADMIN
        ? ok({
            userId: 'u-admin',
            primaryEmail: ADMIN.email,
            customerId: 'C01',
            orgUnitPath: '/',
            isAdmin: true,
            isDelegatedAdmin: false,
          })
        : fail({ kind: 'not-directory-admin', account: caller.email });
    const answer = installActions({
      ...setup,
      own: storeOf(caller),
      around: { ...around, nowMs: setup.clock.now },
      saved: () => setup.tenants.byDomain(caller.domain),
      health: () => ALL_WELL,
      noteHealth: () => undefined,
      dailyChecks: () => dailyChecksSlot(setup.shared, 'C01'),
      lastRun: () => null,
      firstJob: null,
      noteStart: () => undefined,
      acceptRestored: () => ok(null),
    })[name]!.run(inputs, caller);
    return { title: answer.card?.header?.title, text: JSON.stringify(answer.card), answer };
  };
  const ask = (to: string, caller = NOORA) => press(INSTALL.send, caller, { to: [to] });
  return { ...setup, press, ask };
}

test('a colleague gets one mail with what to do, the page and the help, from whoever asks [H19, H21, G1, G8]', () => {
  const { ask, mails } = organization();
  expect(ask(ADMIN.email).title).toBe('Waiting for your administrator');
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail).toMatchObject({
    to: [ADMIN.email],
    subject: 'Please set up Tandem for acme.example',
  });
  expect(mail!.text).toContain(around.adminPage);
  expect(mail!.text).toContain(around.marketplace);
  expect(mail!.text).toContain('Finalize Google Workspace sync');
  expect(mail!.text).toContain(NOORA.email);
});

test('only the asked colleague finds it ready to finalize; everybody else reads who was asked [G2, G7]', () => {
  const { ask, press } = organization();
  ask(ADMIN.email);
  expect(press(INSTALL.open, ADMIN).text).toContain('Ready to finalize');
  expect(press(INSTALL.open, NOORA).text).toContain('Waiting for your administrator');
  expect(press(INSTALL.open, OTHER).text).toContain('Waiting for your administrator');
  expect(press(INSTALL.open, OTHER).text).not.toContain('Ready to finalize');
});

test('who waits reads that it was opened, and whether Google says that the account is an administrator’s [H20]', () => {
  const { ask, press } = organization();
  ask(ADMIN.email);
  expect(press(INSTALL.open).text).toContain('Not opened yet');
  press(INSTALL.open, ADMIN);
  expect(press(INSTALL.open).text).toContain('Opened, not finalized yet');
  ask(OTHER.email);
  expect(press(INSTALL.open).text).toContain('Not opened yet');
  press(INSTALL.open, OTHER);
  expect(press(INSTALL.open).text).toContain('not a Workspace administrator’s');
});

test.each<[string, string, string]>([
  ['of another domain', 'boss@evil.example', 'It has to be an address at acme.example'],
  ['that looks like the domain', 'a@notacme.example', 'It has to be an address at acme.example'],
  ['of two people', 'a@acme.example,b@acme.example', 'That is no address'],
  ['with a line break', 'a@acme.example\nBcc: b@acme.example', 'That is no address'],
  ['that is none', 'aino', 'That is no address'],
  ['of one’s own', NOORA.email, 'That is your own address'],
])('an address %s is refused, and nothing is mailed', (_what, to, said) => {
  const { ask, mails, requests } = organization();
  expect(ask(to).text).toContain(said);
  expect(mails).toEqual([]);
  expect(requests.read('acme.example')).toBeNull();
});

test('a part of a name finds colleagues of the own domain; nobody is a sentence, not an error [H19]', () => {
  const found = [
    { email: 'aino@acme.example', name: 'Aino <b>Laine</b>' },
    { email: 'aino@elsewhere.example', name: 'Aino of another domain' },
    { email: NOORA.email, name: 'Noora Aino' },
  ];
  const { press, mails } = organization({ colleagues: () => ok(found) });
  const { text } = press(INSTALL.find, NOORA, { who: ['aino'] });
  expect(text).toContain('Ask Aino <b>Laine</b> (aino@acme.example)');
  expect(text).not.toContain('elsewhere');
  expect(text).not.toContain('Ask Noora');
  expect(mails).toEqual([]);
  const nobody = organization();
  expect(nobody.press(INSTALL.find, NOORA, { who: ['ghost'] }).text).toContain(
    'Nobody was found for “ghost”',
  );
  expect(nobody.press(INSTALL.find).text).toContain('Type a name or an address');
});

test.each([
  ['that nobody has', 'ghost'],
  ['of another domain', 'boss@evil.example'],
])('a text %s stays in the field', (_what, typed) => {
  const { press } = organization();
  expect(press(INSTALL.find, NOORA, { who: [typed] }).text).toContain(`"value":"${typed}"`);
});

test('a reminder is one mail a day, and three mails a day are the most, whoever is asked', () => {
  const { ask, press, mails, clock } = organization();
  ask(ADMIN.email);
  expect(press(INSTALL.remind).answer.notice).toBe('A reminder can be sent once a day.');
  ask(OTHER.email);
  ask(ADMIN.email);
  expect(ask(OTHER.email).text).toContain('Three requests were mailed today');
  expect(mails).toHaveLength(3);
  clock.nowMs += DAY_MS;
  expect(press(INSTALL.remind).answer.notice).toBe(`Sent to ${ADMIN.email}.`);
  expect(mails).toHaveLength(4);
});

test('a request counts for two weeks; a reminder does not make it longer', () => {
  const { ask, press, clock } = organization();
  ask(ADMIN.email);
  clock.nowMs += 13 * DAY_MS;
  press(INSTALL.remind);
  expect(press(INSTALL.open, ADMIN).text).toContain('Ready to finalize');
  clock.nowMs += DAY_MS;
  expect(press(INSTALL.open, ADMIN).text).not.toContain('Ready to finalize');
  expect(press(INSTALL.remind).text).toContain('The request has expired');
});

test('it is taken back by who asked or was asked, and by nobody else', () => {
  const { ask, press, requests } = organization();
  ask(ADMIN.email);
  expect(press(INSTALL.withdraw, OTHER).answer.notice).toContain('Only noora@acme.example');
  expect(requests.read('acme.example')).not.toBeNull();
  press(INSTALL.withdraw, ADMIN);
  expect(requests.read('acme.example')).toBeNull();
});

test('a mail that cannot be sent leaves no request, and an earlier one as it was', () => {
  let isOver = true;
  const { ask, requests } = organization({
    sendMail: () => (isOver ? fail({ kind: 'daily-limit', service: 'email' }) : ok(null)),
  });
  expect(ask(ADMIN.email).title).toBe('Ask an administrator');
  expect(requests.read('acme.example')).toBeNull();
  isOver = false;
  ask(ADMIN.email);
  isOver = true;
  ask(OTHER.email);
  expect(requests.read('acme.example')).toMatchObject({ to: ADMIN.email, mails: 1 });
});

test('requests that are over make room when there is none', () => {
  let nowMs = Date.parse('2026-11-02T08:00:00Z');
  const store = new MemoryListedStore({ valueBytes: 9 * 1024, storeBytes: 2_000 });
  const book = requestBook(store, () => nowMs);
  const request = () => mailed(null, { by: 'a@x.example', to: 'b@x.example', nowMs })!;
  let kept = 0;
  while (book.write(`d${kept}.example`, request()).ok) kept += 1;
  expect(kept).toBeGreaterThan(2);
  nowMs += REQUEST.LASTS_MS;
  expect(book.write('late.example', request()).ok).toBe(true);
  expect(book.read('d0.example')).toBeNull();
});
