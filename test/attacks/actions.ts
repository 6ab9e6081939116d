// The closed table of actions, and whom each of them is for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../src/card/action';
import { AVAILABILITY } from '../../src/availability/names';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { CONNECTED } from '../../src/connected/names';
import { CONNECTION } from '../../src/connection/names';
import { DO as DIRECTORY } from '../../src/directory/names';
import { INSTALL } from '../../src/install/names';
import { JOURNAL } from '../../src/journal/names';

const FAMILIES = [
  'install',
  'connection',
  'directory',
  'calendar',
  'connected',
  'availability',
  'audit',
  'journal',
] as const;

/** Whatever in the sources is written as an action is: more of them than there are. */
function namesInSources(): string[] {
  const named = new RegExp(`'((?:${FAMILIES.join('|')})\\.[A-Za-z-]+)'`, 'g');
  const files = [...FAMILIES, 'app'].flatMap((family) => {
    const folder = join(__dirname, '../../src', family);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  });
  return [...new Set(files.flatMap((text) => [...text.matchAll(named)].map(([, name]) => name!)))];
}

/** Everything that a button could ask for. */
export const ACTIONS: readonly string[] = namesInSources().sort();

/** Those of the features' own lists. */
export const KNOWN: readonly string[] = [
  INSTALL,
  DIRECTORY,
  CALENDAR,
  CONNECTION,
  AVAILABILITY,
  JOURNAL,
  CONNECTED,
].flatMap((names) => Object.values<string>(names));

/** What anybody may do: it is about their own calendar, a file of theirs, or says where to go. */
const EVERYONES: ReadonlySet<string> = new Set([
  CALENDAR.home,
  CALENDAR.lookAhead,
  CALENDAR.start,
  CALENDAR.notNow,
  CALENDAR.syncSoon,
  CALENDAR.askOff,
  CALENDAR.turnOff,
  CALENDAR.types,
  CALENDAR.choices,
  CALENDAR.tryChoices,
  CALENDAR.saveChoices,
  CALENDAR.approve,
  CALENDAR.conflicts,
  CALENDAR.dismiss,
  CALENDAR.previewList,
  CALENDAR.near,
  CALENDAR.chooseNear,
  CALENDAR.kept,
  CALENDAR.listKept,
  CALENDAR.privacySeen,
  CALENDAR.chooseEvent,
  CALENDAR.leaveUndo,
  CALENDAR.lookBack,
  CALENDAR.putBack,
  CALENDAR.takeOther,
  CALENDAR.undoList,
  AVAILABILITY.mine,
  AVAILABILITY.day,
  INSTALL.authorize,
  INSTALL.rights,
  'audit.export',
  'audit.giveFile',
]);

const AUDITORS: ReadonlySet<string> = new Set([
  INSTALL.open,
  INSTALL.health,
  DIRECTORY.show,
  CALENDAR.admin,
  CALENDAR.madeEvents,
  CALENDAR.fieldWays,
  AVAILABILITY.admin,
  AVAILABILITY.person,
  AVAILABILITY.dayOf,
  AVAILABILITY.find,
  JOURNAL.show,
  CONNECTED.show,
  CONNECTED.policy,
]);

const OWNERS: ReadonlySet<string> = new Set([
  INSTALL.takeOver,
  INSTALL.deputy,
  INSTALL.saveDeputy,
  INSTALL.acceptRestored,
  INSTALL.demo,
  INSTALL.production,
  INSTALL.removeFormer,
  INSTALL.keepFormer,
  CONNECTION.own,
  CONNECTION.saveKey,
  CONNECTION.saveKeyless,
  CONNECTION.use,
  CONNECTION.keyBefore,
  CONNECTION.dropKey,
  CONNECTION.askRemove,
  CONNECTION.remove,
  CONNECTION.askLeave,
  CONNECTION.leave,
  CONNECTION.leaveNow,
  CONNECTION.stay,
]);

/** The least role that an action of an organization that is set up needs. Whatever is named nowhere is an operator's. */
export function leastRoleFor(action: string): Role | 'everyone' {
  if (EVERYONES.has(action)) return 'everyone';
  if (AUDITORS.has(action)) return 'auditor';
  return OWNERS.has(action) ? 'owner' : 'operator';
}

/** Parameters that name others, in every way that a program might take them. */
export const forged = (victim: string, other: string): Readonly<Record<string, string>> => ({
  email: victim,
  user: victim,
  who: victim,
  account: victim,
  syncAccount: other,
  customer: 'C01havu7k',
  customerId: 'C01havu7k',
  tenantId: 'C01havu7k',
  domain: 'havu.example',
  at: '2026-03-02T08:00:00.000Z',
  isOn: 'true',
  admin: 'true',
  fileId: 'FORGED',
  workbookId: 'FORGED',
  calendarId: victim,
});

export const asLists = (texts: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]]));
