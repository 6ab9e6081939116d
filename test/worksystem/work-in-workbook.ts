import type { Activity, ActivityContent } from '../../src/calendar/entry/activity';
import type { ActivityChange, Listing, WorkWrite } from '../../src/calendar/ports';
import type { Failure } from '../../src/kit/failure';
import type { Result } from '../../src/kit/result';
import type { Cycle, CycleInput } from '../../src/calendar/sync/sync';
import { MemoryWork } from '../calendar/memory-work';
import { World } from '../calendar/world';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { had, hash, personAt, workbookOf } from './workbook-of';
import { ACTIVITIES, ACTIVITY_TYPES } from '../../src/worksystem/workbook/forms';
import {
  activityOf,
  cellsOfActivity,
  cellsOfPatch,
} from '../../src/worksystem/workbook/activity-row';
import { namesOf } from '../../src/worksystem/workbook/types';
import { tableOf, newRow } from '../../src/sheets/table';
import { textOf } from '../../src/sheets/cells';

/** The types of the calendar engine's tests. */
export const typeRows = {
  [ACTIVITY_TYPES.title]: [
    ['meeting', 'Meeting', true, false, false],
    ['personal', 'Personal', false, true, false],
    ['task', 'Project task', false, false, true],
  ],
};

const TYPES = namesOf(
  typeRows[ACTIVITY_TYPES.title]!.map(([id, name, isDefault, isPersonal, isTask]) => ({
    id: id as string,
    name: name as string,
    isDefault: isDefault as boolean,
    isPersonal: isPersonal as boolean,
    isTask: isTask as boolean,
  })),
);

const OWNER = 'ann@example.com';

/** The work side of a `World`, kept in a workbook: each run is an execution of its own, and people edit rows. */
export class WorkInWorkbook extends MemoryWork {
  readonly spreadsheet = new MemorySpreadsheet(undefined, typeRows);
  private typedRows = 0;
  private calendar = workbookOf(this.spreadsheet).calendars.of(personAt(OWNER));

  constructor() {
    super();
    // Whoever asks gets what stands in the rows now.
    Object.defineProperty(this, 'activities', { get: () => this.standing() });
  }

  /** Another execution begins. */
  begin(): void {
    this.calendar = workbookOf(this.spreadsheet).calendars.of(personAt(OWNER));
  }

  override changes(cursor: string | null): Result<Listing<ActivityChange>, Failure> {
    return this.calendar.changes(cursor, '2026-01-30T00:00:00.000Z');
  }

  override get(ids: readonly string[]): Result<(Activity | null)[], Failure> {
    return this.calendar.get(ids) as Result<(Activity | null)[], Failure>;
  }

  override write(
    writes: readonly WorkWrite[],
  ): Result<Result<Activity | null, Failure>[], Failure> {
    const answer = this.calendar.write(writes);
    if (answer.ok)
      writes.forEach((write, index) => {
        if (answer.value[index]!.ok) this.written.push(write);
      });
    return answer as Result<Result<Activity | null, Failure>[], Failure>;
  }

  override add(
    content: ActivityContent,
    {
      owner = OWNER,
      externalId = null,
      slot = null,
    }: Partial<Pick<Activity, 'owner' | 'externalId' | 'slot'>> = {},
  ): Activity {
    const id = `t${String((this.typedRows += 1)).padStart(4, '0')}`;
    const own = { id, owner, externalId: externalId ?? '', slot };
    const cells = cellsOfActivity(content, own, TYPES);
    const row = newRow(this.table(), cells);
    this.spreadsheet.edit(ACTIVITIES.title, (rows) => rows.push(row));
    return activityOf(cells, TYPES, hash);
  }

  override edit(id: string, content: Partial<ActivityContent>): Activity {
    const table = this.table();
    const row = table.rows.find(({ cells }) => textOf(cells.id) === id)!;
    const cells = cellsOfPatch(content, row.cells, TYPES);
    this.spreadsheet.edit(ACTIVITIES.title, (rows) => {
      for (const [field, cell] of Object.entries(cells)) {
        const column = table.columns[field as keyof typeof cells];
        while (rows[row.at]!.length < column) rows[row.at]!.push('');
        rows[row.at]![column] = cell!;
      }
    });
    return activityOf({ ...row.cells, ...cells }, TYPES, hash);
  }

  override remove(id: string): void {
    const { at } = this.table().rows.find(({ cells }) => textOf(cells.id) === id)!;
    this.spreadsheet.edit(ACTIVITIES.title, (rows) => rows.splice(at, 1));
  }

  private standing(): Map<string, Activity> {
    return new Map(
      this.table().rows.map(({ cells }) => [textOf(cells.id), activityOf(cells, TYPES, hash)]),
    );
  }

  private table() {
    return had(tableOf(ACTIVITIES, this.spreadsheet.sheets.get(ACTIVITIES.title)!));
  }
}

/** A calendar and a workbook: every run is an execution of its own. */
export class WorkbookWorld extends World {
  override readonly work = new WorkInWorkbook();

  override run(input: Partial<CycleInput> = {}, ports = this.ports): Cycle {
    this.work.begin();
    return super.run(input, ports);
  }
}
