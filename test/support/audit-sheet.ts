// An administrator's own spreadsheet, with Tandem's export of the OAuth log beside it.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { WorkbookByHand } from './by-hand';
import { ADMIN, DAY_MS, finalize, preparedWorkspace } from './set-up';
import { Panel, principal } from './tandem';

export const SHEET = 'OAuth log events';

/** All applications, grants only. */
export const GRANTS = { appName: [''], eventName: ['authorize'] };

/** A Workspace with Tandem and a log of some weeks. */
export function loggedWorkspace(): LocalWorkspace {
  const workspace = preparedWorkspace();
  finalize(workspace);
  workspace.advance(DAY_MS, { runDueTriggers: false });
  return workspace;
}

/** Ends planned faults, and lets the minute pass in which Google counts requests. */
export function calm(workspace: LocalWorkspace): void {
  workspace.faults.plan([]);
  workspace.advance(61_000, { runDueTriggers: false });
}

/** A spreadsheet in front of somebody: a new one, or the one with this id. */
export class AuditSheet {
  readonly id: string;
  readonly panel: Panel;
  readonly book: WorkbookByHand;

  constructor(
    readonly workspace: LocalWorkspace,
    readonly person = ADMIN,
    id?: string,
  ) {
    this.id = id ?? this.create();
    this.panel = new Panel(workspace, person, { host: 'SHEETS', sheets: { id: this.id } }).open();
    this.book = new WorkbookByHand(workspace, person, this.id);
  }

  /** The person gives Tandem the file. */
  give(): this {
    this.panel.press('Give Tandem this file').allowFile();
    return this;
  }

  export(inputs: Readonly<Record<string, readonly string[]>> = GRANTS): string {
    return this.panel.press('Export', inputs).text;
  }

  get rows() {
    return this.book.rows(SHEET);
  }

  /** `spreadsheets.batchUpdate` by hand. */
  change(...requests: readonly object[]): void {
    const { workspace, person, id: spreadsheetId } = this;
    workspace.act(person, 'sheets.spreadsheets.batchUpdate', { spreadsheetId }, { requests });
  }

  /** Writes cells by hand. */
  type(range: string, values: readonly (readonly string[])[]): void {
    const params = { spreadsheetId: this.id, range, valueInputOption: 'RAW' };
    this.workspace.act(this.person, 'sheets.spreadsheets.values.update', params, { values });
  }

  sheetId(title = SHEET): number {
    return this.sheets().find((sheet) => sheet.title === title)!.sheetId;
  }

  sheets() {
    const got = this.workspace.act(this.person, 'sheets.spreadsheets.get', {
      spreadsheetId: this.id,
    }) as {
      readonly sheets: readonly {
        readonly properties: {
          readonly sheetId: number;
          readonly title: string;
          readonly gridProperties: { readonly rowCount: number; readonly columnCount: number };
        };
      }[];
    };
    return got.sheets.map(({ properties }) => properties);
  }

  /** Calls Drive by the owner's hand. */
  drive(method: string, params: object, body: object | null = null): unknown {
    return this.workspace.act(this.person, `drive.${method}`, { fileId: this.id, ...params }, body);
  }

  private create(): string {
    const body = { properties: { title: 'Audit' } };
    const made = this.workspace.act(this.person, 'sheets.spreadsheets.create', {}, body);
    return (made as { readonly spreadsheetId: string }).spreadsheetId;
  }
}

export interface LoggedParts {
  readonly app: string;
  readonly client?: string;
  readonly event?: string;
  readonly scopes?: readonly string[];
  readonly by?: string;
  readonly ipAddress?: string;
}

/** Google logs that somebody allowed, or did something else with, an application. */
export const logged = (
  workspace: LocalWorkspace,
  { app, client = 'c1', event = 'authorize', scopes = [], by = ADMIN, ipAddress }: LoggedParts,
): void =>
  workspace.audit({
    applicationName: 'token',
    customerId: 'C01havu7k',
    actor: principal(workspace, by),
    ...(ipAddress !== undefined && { ipAddress }),
    events: [
      {
        type: 'auth',
        name: event,
        parameters: [
          { name: 'client_id', value: client },
          { name: 'app_name', value: app },
          ...(scopes.length > 0 ? [{ name: 'scope', multiValue: scopes }] : []),
        ],
      },
    ],
  });
