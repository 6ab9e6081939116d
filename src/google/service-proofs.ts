/**
 * Whether the APIs that the add-on uses are enabled for its Cloud project. Each gets the smallest request that it can
 * answer.
 */
import type { ServiceProof } from '../install/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { driveFiles, events, logActivities, spreadsheets } from './advanced';
import { call } from './call';
import type { GoogleApi } from './refusal';

interface Question {
  readonly service: string;
  readonly api: GoogleApi;
  ask(): unknown;
}

/** No spreadsheet has this id. The refusal proves that the API is enabled. */
const NO_FILE = 'none';

const QUESTIONS: readonly Question[] = [
  {
    service: 'Google Calendar API',
    api: 'calendar',
    ask: () => events().list('primary', { maxResults: 1, fields: 'kind' }),
  },
  {
    service: 'Admin SDK API',
    api: 'reports',
    ask: () => logActivities().list('all', 'token', { maxResults: 1, fields: 'kind' }),
  },
  {
    service: 'Google Drive API',
    api: 'drive',
    ask: () => driveFiles().list({ pageSize: 1, fields: 'kind' }),
  },
  {
    service: 'Google Sheets API',
    api: 'sheets',
    ask: () => spreadsheets().get(NO_FILE, { fields: 'spreadsheetId' }),
  },
];

/** @param account the running account, named in failures. */
export const serviceProofs = (account: string): ServiceProof[] =>
  QUESTIONS.map(({ service, api, ask }) => {
    const answer = call(ask, { api, account });
    return { service, proof: proofOf(answer), isAllowed: answer.ok };
  });

/** A refusal is a response too, for lack of rights or of the file: a disabled service says that it is disabled instead. */
const ANSWERS: readonly Failure['kind'][] = [
  'not-directory-admin',
  'listing-refused',
  'calendar-not-listed',
];

const proofOf = (answer: Result<unknown, Failure>): Result<string, Failure> =>
  answer.ok || ANSWERS.includes(answer.failure.kind) ? ok('It answered.') : answer;
