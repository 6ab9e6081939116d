/** The page Connected people: who is connected by whose decision, with a switch for each of them (I8-I14, I18). */
import { button, buttons, mainButton, runs, type Parameters } from '../card/action';
import { card, fact, oneOf, paragraph, section, standing, textInput } from '../card/card';
import type { Card, CardSection, Widget } from '../card/card-json';
import { failureSection } from '../card/failure-section';
import { failureWords } from '../card/failure-words';
import { timeWords } from '../kit/date-words';
import type { Failure } from '../kit/failure';
import { canSwitch, groupOf, isSwitchedOn, type Group, type Line } from './lines';
import { CONNECTED, TITLE } from './names';
import type { WhoConnects } from './ports';

/** Each takes two widgets at most, and a card has room for thirty. */
const PER_PAGE = 10;

/** What is shown of everybody, and what is typed but not saved. */
export interface Wanted {
  readonly page: number;
  readonly find: string;
  readonly group: Group | 'all';
  /** Switches that differ from what is saved, by key. */
  readonly unsaved: ReadonlyMap<string, boolean>;
  /** Chosen addresses by key. */
  readonly addresses: ReadonlyMap<string, string>;
}

export interface View {
  readonly lines: readonly Line[];
  readonly policy: WhoConnects;
  readonly serviceAccount: string | null;
}

const GROUPS: Readonly<Record<Wanted['group'], string>> = {
  all: 'Everybody',
  connected: 'Connected and syncing',
  off: 'Not connected',
  stopped: 'Stopped by an authorization error',
};

export function connectedCard({ lines, policy, serviceAccount }: View, wanted: Wanted): Card {
  const found = lines.filter((line) => isWanted(line, wanted));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(Math.max(0, wanted.page), pages - 1);
  const shown = found.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const place = placeOf(shown, { ...wanted, page });
  return card(
    TITLE,
    section(
      '',
      fact('Who may connect people', POLICY[policy], {
        below: reached(serviceAccount),
        button: button('Change', runs(CONNECTED.policy)),
      }),
      fact('People', counts(lines)),
    ),
    section(
      '',
      textInput('find', 'Name or address', wanted.find),
      oneOf(
        'group',
        'Show',
        (Object.keys(GROUPS) as Wanted['group'][]).map((value) => ({
          value,
          text: GROUPS[value],
          isChosen: value === wanted.group,
        })),
      ),
      buttons(button('Find', runs(CONNECTED.show, { ...place, page: '0' }))),
    ),
    section(
      pages > 1 ? `Page ${page + 1} of ${pages}` : '',
      ...(shown.length === 0 ? [paragraph('Nobody was found.')] : []),
      ...shown.slice(0, 1).flatMap((line) => rowOf(line, { policy, wanted, place })),
    ),
    ...shown.slice(1).map((line) => section('', ...rowOf(line, { policy, wanted, place }))),
    section(
      '',
      ...(wanted.unsaved.size > 0 ? [unsaved(wanted.unsaved.size)] : []),
      buttons(
        mainButton('Save', runs(CONNECTED.save, place)),
        ...(wanted.unsaved.size > 0 ? [button('Discard', runs(CONNECTED.show))] : []),
        ...(lines.some(({ state }) => state === 'stopped')
          ? [button('Start all', runs(CONNECTED.startAll, place))]
          : []),
        ...(page > 0
          ? [button('Previous', runs(CONNECTED.show, { ...place, page: String(page - 1) }))]
          : []),
        ...(page < pages - 1
          ? [button('Next', runs(CONNECTED.show, { ...place, page: String(page + 1) }))]
          : []),
      ),
    ),
  );
}

const POLICY: Readonly<Record<WhoConnects, string>> = {
  person: 'Only each person, for themself',
  administrators: 'Administrators too, for work appointments',
};

const reached = (serviceAccount: string | null): string =>
  serviceAccount === null
    ? ''
    : `Everybody is reached by one service account, ${serviceAccount}: nobody has to sign in.`;

/** I13. */
function counts(lines: readonly Line[]): string {
  const count = (group: Group): number => lines.filter((line) => groupOf(line) === group).length;
  return `Connected and syncing: ${count('connected')}. Not connected: ${count('off')}. Stopped by an authorization error: ${count('stopped')}.`;
}

function isWanted(line: Line, { find, group }: Wanted): boolean {
  if (group !== 'all' && groupOf(line) !== group) return false;
  const text = [line.name, ...line.addresses, line.sync?.email ?? ''].join(' ').toLowerCase();
  return text.includes(find.trim().toLowerCase());
}

/** What an action needs to know about the card on which its button is. */
const placeOf = (shown: readonly Line[], { page, find, group }: Wanted): Parameters => ({
  seen: shown
    .map((line) => `${encodeURIComponent(line.key)}=${isSwitchedOn(line) ? 'on' : 'off'}`)
    .join(' '),
  page: String(page),
  shownPage: String(page),
  shownFind: find,
  shownGroup: group,
});

interface Drawing {
  readonly policy: WhoConnects;
  readonly wanted: Wanted;
  readonly place: Parameters;
}

function rowOf(line: Line, { policy, wanted, place }: Drawing): Widget[] {
  const { key, state, name, email, addresses } = line;
  const isOn = wanted.unsaved.get(key) ?? isSwitchedOn(line);
  const who = name === email ? email : `${name} · ${email}`;
  const head: Widget = canSwitch(line, policy)
    ? {
        selectionInput: {
          name: `on.${key}`,
          label: stateWords(line),
          type: 'SWITCH',
          items: [{ value: 'on', text: who, selected: isOn }],
        },
      }
    : fact(stateWords(line), who);
  const start = button('Start', runs(CONNECTED.start, { ...place, user: key }));
  if (state === 'stopped') return [head, buttons(start)];
  if (addresses.length < 2 || isSwitchedOn(line) || !canSwitch(line, policy)) return [head];
  const chosen = wanted.addresses.get(key) ?? addresses[0];
  return [
    head,
    oneOf(
      `at.${key}`,
      'Connected address',
      addresses.map((address) => ({
        value: address,
        text: address,
        isChosen: address === chosen,
      })),
    ),
  ];
}

function stateWords({ state, sync }: Line): string {
  const at = sync?.freshAt ? ` In step until ${timeWords(sync.freshAt)}.` : '';
  switch (state) {
    case 'own':
      return `Own two-way sync: only they can change it.${at}`;
    case 'connected':
      return `Connected by ${sync!.connected!.by}.${at}`;
    case 'waiting':
      return 'Connected. The next run sends them a notice, and begins.';
    case 'stopped':
      return `Stopped: ${headingOf(sync!)}.`;
    case 'ended':
      return 'They ended it themself: only they can turn it on again.';
    case 'off':
      return 'Not connected.';
  }
}

/** Only the kind is kept of what happened. */
const headingOf = ({ failure, email }: NonNullable<Line['sync']>): string =>
  failureWords({ kind: failure, account: email, address: email, id: email } as unknown as Failure)
    .heading;

const unsaved = (count: number): Widget =>
  standing(
    'waiting',
    'Not saved yet',
    `${count === 1 ? '1 switch was' : `${count} switches were`} changed. It applies once you press Save.`,
  );

export const policyCard = (policy: WhoConnects): Card =>
  card(
    'Who may connect people',
    section(
      '',
      oneOf(
        'who',
        'Who may connect people',
        (['person', 'administrators'] as const).map((value) => ({
          value,
          text: POLICY[value],
          isChosen: value === policy,
        })),
      ),
      paragraph(
        'What an administrator connects goes one way: appointments of the work system are copied to the person’s Google Calendar. What people enter there themselves is not read; only when they are busy is passed on, where the page Availability gives that to the work system.',
      ),
      paragraph(
        'Each person is told by mail first, sees on their card who connected them, and can end it. What they ended, or turned on for themselves, no administrator changes.',
      ),
      paragraph(
        'If you choose “Only each person”, the next run ends what administrators connected. The copies stay.',
      ),
      buttons(mainButton('Save', runs(CONNECTED.savePolicy)), button('Back', runs(CONNECTED.show))),
    ),
  );

/** What became of a press for several people, in sentences. */
export const outcomeCard = (
  heading: string,
  sentences: readonly string[],
  failure: Failure | null = null,
): Card =>
  card(
    TITLE,
    section(
      heading,
      ...sentences.slice(0, MOST_SAID).map((text) => paragraph(text)),
      ...(sentences.length > MOST_SAID
        ? [paragraph(`And ${sentences.length - MOST_SAID} more.`)]
        : []),
    ),
    ...(failure === null ? [] : [failureSection(failure)]),
    backSection(),
  );

const MOST_SAID = 12;

const backSection = (): CardSection => section('', buttons(button('Back', runs(CONNECTED.show))));

export const troubleCard = (failure: Failure): Card =>
  card(TITLE, failureSection(failure, button('Try again', runs(CONNECTED.show))));
