/** Whose calendars are synced, and how far each sync has come: one row a person. */
import type { Connection, Connections, OwnChoices, ToldConflict } from '../calendar/ports';
import { instantAt, type Clock } from '../kit/clock';
import type { Failure, FailureKind } from '../kit/failure';
import { FAILURE_KINDS } from '../kit/failure-traits';
import type { AddressedPerson } from '../kit/person';
import { ok, type Result } from '../kit/result';
import { addressOf, CELL_CHARACTERS, instantOrNull, textOf, textOrNull } from '../sheets/cells';
import { jsonOf } from '../kit/json';
import type { Agreement, Agreements } from './agreements';
import { CONNECTIONS } from './forms';
import { progressOf, progressText } from './progress-cell';
import type { FieldOf } from '../sheets/table';
import { keyedPlan } from '../sheets/keyed-rows';
import type { Plan } from '../sheets/plan';
import type { Sheets } from '../sheets/sheets';
import type { Cell } from '../sheets/spreadsheet';
import type { Cells } from '../sheets/table';

export type ConnectionCells = Cells<FieldOf<typeof CONNECTIONS>>;

/** Null for a cell that does not name a known failure. */
export const failureKindOf = (cell: Cell): FailureKind | null =>
  FAILURE_KINDS.find((kind) => kind === textOf(cell)) ?? null;

/**
 * What a seal covers: who agreed, when and to which text, and the addresses by which their activities are found. Of somebody whom an
 * administrator connected, that too: without it they would count as having agreed to more.
 */
export function agreementOf(cells: ConnectionCells): Agreement {
  const [userId, consentedAt] = [textOf(cells.userId), textOf(cells.consentedAt)];
  const addresses = [addressOf(cells.email), ...addressesOf(cells.addresses)].join(',');
  const version = Number(cells.consentVersion) || 0;
  const by = textOf(cells.connectedBy);
  const said = [userId, addresses, consentedAt, version, ...(by === '' ? [] : [`by ${by}`])];
  return { userId, consentedAt, text: said.join(' ') };
}

/**
 * Nobody can turn on somebody else's sync (S26): an On without the seal of the person's own agreement counts as off, whoever
 * wrote it. If the progress cannot be read, the next run is an initial one, which joins the entries that exist already.
 */
const connectionOf = (
  cells: ConnectionCells,
  agreed: Agreements,
  { conflictsOf, choicesOf }: Pick<ConnectionsPorts, 'conflictsOf' | 'choicesOf'>,
): Connection => ({
  userId: textOf(cells.userId),
  email: addressOf(cells.email),
  addresses: [addressOf(cells.email), ...addressesOf(cells.addresses)],
  state: isOn(cells, agreed) ? 'on' : 'off',
  consentedAt: textOf(cells.consentedAt),
  consentVersion: Number(cells.consentVersion) || 0,
  zone: textOrNull(cells.zone),
  workState: textOrNull(cells.workState),
  lastRunAt: instantOrNull(cells.lastRunAt),
  freshAt: instantOrNull(cells.freshAt),
  failure: failureKindOf(cells.failure),
  progress: progressOf(cells.progress),
  conflicts: conflictsOf(jsonOf(textOf(cells.conflicts))) ?? [],
  choices: choicesOf(jsonOf(textOf(cells.choices))),
  ...connectedOf(cells),
});

function connectedOf(cells: ConnectionCells): Pick<Connection, 'connected' | 'knownAs'> {
  const by = textOf(cells.connectedBy);
  const knownAs = addressOf(cells.knownAs);
  return {
    ...(by !== '' && { connected: { by, toldAt: instantOrNull(cells.toldAt) } }),
    ...(knownAs !== '' && { knownAs }),
  };
}

const addressesOf = (cell: Cell): string[] =>
  textOf(cell)
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((address) => address !== '');

const isOn = (cells: ConnectionCells, agreed: Agreements): boolean =>
  textOf(cells.state).toLowerCase() === 'on' &&
  agreed.stands(agreementOf(cells), textOf(cells.seal));

const sealed = (cells: ConnectionCells, agreed: Agreements): ConnectionCells => ({
  ...cells,
  seal: agreed.seal(agreementOf(cells)),
});

/** @param offAt when the sync was turned off, if it is off. */
function cellsOf(connection: Connection, agreed: Agreements, offAt: string): ConnectionCells {
  if (connection.state === 'off') return { ...unsealed(connection), offAt, seal: '' };
  return sealed({ ...unsealed(connection), offAt: '', seal: '' }, agreed);
}

const unsealed = ({
  progress,
  conflicts,
  choices,
  connected,
  knownAs = '',
  ...connection
}: Connection): Omit<ConnectionCells, 'seal' | 'offAt'> => ({
  email: connection.email,
  addresses: otherAddresses(connection),
  userId: connection.userId,
  state: connection.state === 'on' ? 'On' : 'Off',
  consentedAt: connection.consentedAt,
  consentVersion: connection.consentVersion,
  zone: connection.zone ?? '',
  lastRunAt: connection.lastRunAt ?? '',
  freshAt: connection.freshAt ?? '',
  failure: connection.failure ?? '',
  workState: connection.workState ?? '',
  progress: progressText(progress),
  conflicts: conflictsText(conflicts),
  choices: choices.at === '' ? '' : JSON.stringify(choices),
  connectedBy: connected?.by ?? '',
  toldAt: connected?.toldAt ?? '',
  knownAs,
});

/** As many whole addresses as fit into a cell. */
function otherAddresses({ email, addresses }: AddressedPerson): string {
  const all = addresses.filter((address) => address !== email).join(', ');
  return all.length <= CELL_CHARACTERS ? all : all.slice(0, all.lastIndexOf(', ', CELL_CHARACTERS));
}

/** The newest conflicts, as many as fit into a cell. */
function conflictsText(conflicts: readonly ToldConflict[]): string {
  if (conflicts.length === 0) return '';
  const text = JSON.stringify(conflicts);
  return text.length <= CELL_CHARACTERS
    ? text
    : conflictsText(conflicts.slice(0, Math.floor(conflicts.length * 0.8)));
}

/** Null for anything that is not a list of conflicts. */
export type ConflictsOf = (data: unknown) => readonly ToldConflict[] | null;

export interface ConnectionsPorts {
  readonly sheets: Sheets;
  agreements(): Result<Agreements, Failure>;
  /** Carries out a plan together with everything else that waits. */
  save(plan: Plan | null): Result<null, Failure>;
  /** Notes for the Journal that somebody's sync was turned on or off; written with the next plan. */
  noteSwitch(connection: Connection): void;
  readonly conflictsOf: ConflictsOf;
  /** Turns what a cell holds into a person's choices; none if it holds anything else. */
  choicesOf(data: unknown): OwnChoices;
  readonly clock: Clock;
}

/** Of two rows with the same user id the first counts; the other is removed when the connection is next saved. */
export const workbookConnections = ({
  sheets,
  agreements,
  save,
  noteSwitch,
  conflictsOf,
  choicesOf,
  clock,
}: ConnectionsPorts): Connections => ({
  load() {
    const table = sheets.table(CONNECTIONS);
    if (!table.ok) return table;
    const agreed = agreements();
    if (!agreed.ok) return agreed;
    const all = new Map<string, Connection>();
    for (const { cells } of table.value.rows) {
      const connection = connectionOf(cells, agreed.value, { conflictsOf, choicesOf });
      if (connection.userId !== '' && !all.has(connection.userId))
        all.set(connection.userId, connection);
    }
    return ok([...all.values()]);
  },
  save(changed) {
    if (changed.length === 0) return save(null);
    const agreed = agreements();
    if (!agreed.ok) return agreed;
    const table = sheets.table(CONNECTIONS);
    if (!table.ok) return table;
    const before = new Map(table.value.rows.map(({ cells }) => [textOf(cells.userId), cells]));
    const on = new Set(
      changed.flatMap(({ userId }) => {
        const cells = before.get(userId);
        return cells !== undefined && isOn(cells, agreed.value) ? [userId] : [];
      }),
    );
    const ended = changed.flatMap(({ userId, state }) =>
      state === 'off' && on.has(userId) ? [agreementOf(before.get(userId)!)] : [],
    );
    // Before the rows are written, so that a row that is put back later does not count.
    const kept = agreed.value.end(ended);
    if (!kept.ok) return kept;
    for (const one of changed) if (on.has(one.userId) !== (one.state === 'on')) noteSwitch(one);
    const now = instantAt(clock.now());
    const wanted = new Map(
      changed.map((one) => {
        const offAt = textOf(before.get(one.userId)?.offAt ?? '');
        return [one.userId, cellsOf(one, agreed.value, offAt || now)];
      }),
    );
    const saved = save(
      keyedPlan(sheets, CONNECTIONS, keyOf, () => {
        const table = sheets.table(CONNECTIONS);
        const rows = table.ok && agreed.value.isRenewing ? table.value.rows : [];
        return new Map([...sealedAnew(rows, agreed.value), ...wanted]);
      }),
    );
    return saved.ok ? agreed.value.renewed() : saved;
  },
});

const keyOf = (cells: ConnectionCells): string | null => textOf(cells.userId) || null;

const sealedAnew = (
  rows: readonly { readonly cells: ConnectionCells }[],
  agreed: Agreements,
): [string, ConnectionCells][] =>
  rows
    .filter(({ cells }) => isOn(cells, agreed))
    .map(({ cells }) => [textOf(cells.userId), sealed(cells, agreed)]);
