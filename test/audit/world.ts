import { auditActions, auditHome } from '../../src/audit/actions';
import { exportLog } from '../../src/audit/export';
import type { Exported } from '../../src/audit/exported';
import type { Wish } from '../../src/audit/fill-sheet';
import type { AuditPorts, OpenFile, TokenActivity } from '../../src/audit/ports';
import { auditFilter, auditMarks } from '../../src/audit/settings';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
import { slot } from '../../src/kit/slot';
import { MemoryStore } from '../kit/memory-store';
import { MemoryLog } from './memory-log';
import { MemorySheet } from './memory-sheet';

export const APP = 'Tandem';
export const CLIENT = '100200300400-tandem.apps.googleusercontent.com';
export const SCOPE = 'https://www.googleapis.com/auth/calendar.events';
export const ANNA = 'anna@acme.example';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** 2 March 2026, 08:00 UTC. */
export const START = Date.parse('2026-03-02T08:00:00.000Z');

type RawEvent = NonNullable<TokenActivity['events']>[number];

export const event = (
  name: string,
  parameters: Readonly<Record<string, string | readonly string[]>> = {},
): RawEvent => ({
  type: 'auth',
  name,
  parameters: Object.entries({
    client_id: CLIENT,
    app_name: APP,
    scope: [SCOPE],
    ...parameters,
  }).map(([key, value]) => ({
    name: key,
    ...(typeof value === 'string' ? { value } : { multiValue: value }),
  })),
});

let numbers = 0;

export const activity = (atMs: number, parts: Partial<TokenActivity> = {}): TokenActivity => ({
  id: {
    time: new Date(atMs).toISOString(),
    uniqueQualifier: `-67094425874377${(numbers += 1)}`,
    applicationName: 'token',
    customerId: 'C01acme00',
  },
  actor: { email: ANNA, profileId: '100000000000000000001' },
  ipAddress: '198.51.100.7',
  events: [event('authorize')],
  ...parts,
});

/** A person who exports from a log into a sheet. */
export class World implements AuditPorts {
  nowMs = START;
  readonly appName = APP;
  readonly clock = { now: () => this.nowMs };
  readonly log = new MemoryLog(this.clock);
  readonly sheet = new MemorySheet();
  readonly store = new MemoryStore();
  readonly filter = slot(this.store, auditFilter);
  readonly marks = slot(this.store, auditMarks);
  file: OpenFile | null = { id: 'file-1', hasAccess: true };
  leftMs: () => number = () => 20_000;
  readonly deadline = { left: () => this.leftMs() };
  busy: Failure | null = null;
  readonly titles: string[] = [];

  openFile = () => this.file;
  sheetOf = (_: string, title: string) => {
    this.titles.push(title);
    return this.sheet;
  };
  alone = <T>(work: () => T) => (this.busy ? fail(this.busy) : ok(work()));

  /** Adds events, one a minute, going back from now. */
  addEvents(count: number, stepMs = MINUTE): void {
    for (let i = count; i > 0; i -= 1) this.log.add(activity(this.nowMs - i * stepMs));
  }

  export(parts: Partial<Wish> = {}): Exported {
    return exportLog(this, {
      fileId: 'file-1',
      appName: APP,
      eventName: '',
      isWhole: false,
      ...parts,
    });
  }

  press(inputs: Readonly<Record<string, readonly string[]>> = { appName: [APP], eventName: [''] }) {
    return auditActions(this)['audit.export']!.run(inputs, {
      userId: 'u-admin',
      email: 'admin@acme.example',
      domain: 'acme.example',
    });
  }

  give = () =>
    auditActions(this)['audit.giveFile']!.run(
      {},
      { userId: 'u-a', email: 'a@acme.example', domain: 'acme.example' },
    );

  home = () => auditHome(this);

  dates = () => this.sheet.below().map((row) => row[0] ?? '');
}
