/** The spreadsheet through the Sheets API keeps the same contract: each call is an execution of the local Workspace. */
import type { Spreadsheet } from '../../src/sheets/spreadsheet';
import { CONTRACT_SHEETS, spreadsheetContract } from '../contract/spreadsheet-contract';
import { googleScript, runGoogle } from '../google/in-google';

const SCRIPT = `
  const sheets = ${JSON.stringify(CONTRACT_SHEETS)};
  function made() {
    return G.ensureWorkbook({ customerId: 'C01acme00', title: 'Contract', sheets }).value.id;
  }
  function called(e) {
    const { id, name, inputs } = JSON.parse(e.text);
    return JSON.stringify(G.spreadsheet(id)[name](...inputs));
  }
`;

spreadsheetContract('through the Sheets API', () => {
  const workspace = googleScript(SCRIPT);
  const id = runGoogle(workspace, 'made') as string;
  const called = (name: string, ...inputs: readonly unknown[]): never =>
    JSON.parse(
      runGoogle(workspace, 'called', {
        event: { text: JSON.stringify({ id, name, inputs }) },
      }) as string,
    ) as never;
  const spreadsheet: Spreadsheet = {
    id,
    read: (sheets, headings = []) => called('read', sheets, headings),
    undo: () => called('undo'),
    write: (batch) => called('write', batch),
    version: () => called('version'),
    readPart: (part) => called('readPart', part),
    zone: () => called('zone'),
    addMissing: (forms) => called('addMissing', forms),
    dress: (looks) => called('dress', looks),
  };
  return spreadsheet;
});
