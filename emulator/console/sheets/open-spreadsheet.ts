import { admin, Refused } from '../shell/workspace-client';
import { getFile, type DriveFile } from './drive-files';
import type { Sheet, Spreadsheet } from './sheet-resources';
import { SheetCells } from './sheet-cells';
import { viewOf, type SheetView } from './sheet-view';
import { SpreadsheetClient } from './spreadsheet-client';

const POLL_MS = 3000;

/** An open spreadsheet: its known state, changes on their way, and a regular look for changes by others. */
export class OpenSpreadsheet {
  readonly client: SpreadsheetClient;
  file: DriveFile | undefined;
  outline: Spreadsheet | undefined;
  view: SheetView | undefined;
  /** Why it cannot be shown. */
  failure: Error | undefined;
  /** Why the last change was refused. */
  refusal: Error | undefined;
  /** How many changes have not been answered yet. */
  saving = 0;
  private sheetId: number | undefined;
  private readonly cellsBySheet = new Map<number, SheetCells>();
  private queue: Promise<unknown> = Promise.resolve();
  private turn = 0;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param redraw is called after every change of the fields above. */
  constructor(
    readonly account: string,
    readonly id: string,
    private readonly redraw: () => void,
  ) {
    this.client = new SpreadsheetClient(account, id);
  }

  /** Opens it at a sheet; at the first one that is not hidden when no sheet has that id. */
  async open(sheetId: number | undefined): Promise<void> {
    this.sheetId = sheetId;
    await this.look();
    if (this.file) await admin(this.account, 'drive.open', { fileId: this.id }).catch(() => {});
    this.poll();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  get sheet(): Sheet | undefined {
    return this.view?.sheet;
  }

  get canEdit(): boolean {
    return this.file?.capabilities.canEdit === true && !this.file.trashed;
  }

  cells(sheetId: number): SheetCells {
    const known = this.cellsBySheet.get(sheetId);
    if (known) return known;
    const made = new SheetCells(this.client, sheetId, () => this.sizeOf(sheetId));
    this.cellsBySheet.set(sheetId, made);
    return made;
  }

  async show(sheetId: number): Promise<void> {
    if (sheetId === this.sheetId && this.view?.sheet.properties.sheetId === sheetId) return;
    this.sheetId = sheetId;
    await this.look();
  }

  /** Reloads what is shown. */
  look = async (): Promise<void> => {
    const own = ++this.turn;
    try {
      const [file, outline] = await Promise.all([
        getFile(this.account, this.id),
        this.client.outline(),
      ]);
      const sheet = this.chosen(outline);
      const view = await viewOf(this.client, sheet);
      if (own !== this.turn) return;
      for (const cells of this.cellsBySheet.values()) cells.changed();
      Object.assign(this, { file, outline, view, failure: undefined });
      this.sheetId = sheet.properties.sheetId;
    } catch (error) {
      if (own !== this.turn) return;
      this.failure = error as Error;
    }
    this.redraw();
  };

  /**
   * Makes a change after those that are on their way, then reloads.
   *
   * @returns whether it was made; `refusal` says why not.
   */
  async change(write: () => Promise<unknown>): Promise<boolean> {
    this.saving++;
    this.refusal = undefined;
    this.redraw();
    const made = this.queue.then(write).then(
      () => true,
      (error: Error) => {
        this.refusal = error;
        return false;
      },
    );
    this.queue = made;
    const done = await made;
    this.saving--;
    if (this.saving === 0) await this.look();
    return done;
  }

  dismissRefusal = (): void => {
    this.refusal = undefined;
    this.redraw();
  };

  private poll(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.lookForOthers().then(() => this.poll()), POLL_MS);
  }

  private async lookForOthers(): Promise<void> {
    if (document.hidden || this.saving > 0) return;
    try {
      const { version } = await getFile(this.account, this.id);
      if (version !== this.file?.version && this.saving === 0) await this.look();
    } catch (error) {
      // A Workspace that does not answer may come back; one that refuses has removed the file.
      if (error instanceof Refused) await this.look();
    }
  }

  private chosen({ sheets }: Spreadsheet): Sheet {
    return (
      sheets.find(({ properties }) => properties.sheetId === this.sheetId) ??
      sheets.find(({ properties }) => !properties.hidden) ??
      sheets[0]!
    );
  }

  private sizeOf(sheetId: number) {
    const sheet = this.outline?.sheets.find(({ properties }) => properties.sheetId === sheetId);
    return sheet?.properties.gridProperties ?? { rowCount: 0, columnCount: 0 };
  }
}
