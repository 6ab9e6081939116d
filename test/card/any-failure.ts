import type { Failure } from '../../src/kit/failure';

/** Every field that any kind has, so that one object stands for a failure of each. */
const FIELDS = {
  service: 'Google Calendar API',
  host: 'work.example',
  account: 'anna@acme.example',
  scopes: ['https://www.googleapis.com/auth/calendar.events'],
  scope: 'https://www.googleapis.com/auth/calendar.events',
  clientId: '1234',
  problem: 'unreadable',
  serviceAccount: 'robot@p.example',
  address: 'anna@acme.example',
  id: 'e1',
  reason: 'no start',
  store: 'Script properties',
  workbook: 'w1',
  message: 'Backend Error',
  until: '2026-11-02T08:00:00Z',
  lastGoodRunAt: null,
  lastRunAt: null,
  how: 'suspended',
  key: 'tenant.C01',
  domain: 'acme.example',
  sheet: 'Activities',
  column: 'start',
  asOf: null,
  job: 'directory',
  project: '123456789012',
  listing: 'the users of your Workspace',
  retryAfterMs: null,
  pauseMs: 1,
  booking: 'Haircut',
  person: 'anna@acme.example',
  when: 'Tue 3 Mar 2026 10:00',
  by: 'Busy',
};

export const failureOf = (kind: string): Failure => ({ kind, ...FIELDS }) as unknown as Failure;
