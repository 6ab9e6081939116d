import type { RunnerPorts } from '../../src/calendar/runner/ports';
import type { RunStore } from '../../src/runs/ports';
import { Company } from '../calendar/company';
import { MemoryStore } from '../kit/memory-store';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { typeRows } from './work-in-workbook';
import { had, typed, workbookOf, type BookOfTests } from './workbook-of';

/** An organization whose work system is a workbook: every run is an execution of its own, settled at its end. */
export class WorkbookCompany extends Company {
  readonly spreadsheet = new MemorySpreadsheet(undefined, typeRows);
  readonly memory = new MemoryStore();
  book: BookOfTests = workbookOf(this.spreadsheet, this.memory);

  constructor() {
    super();
    // The runs of whichever execution it is.
    Object.defineProperty(this, 'runs', {
      value: {
        load: () => this.book.records.runs.load(),
        save: (records: Parameters<RunStore['save']>[0]) => this.book.records.runs.save(records),
      },
    });
  }

  employ(email: string): void {
    typed(this.spreadsheet, 'People', { Email: email });
  }

  override ports(runMs?: number): RunnerPorts {
    const { calendars: work, staff } = this.book;
    const { connections, calendars: records, settings } = this.book.records;
    return { ...super.ports(runMs), work, connections, records, settings, staff };
  }

  override run(change?: (ports: RunnerPorts) => RunnerPorts, runMs?: number) {
    this.book = workbookOf(this.spreadsheet, this.memory);
    const ended = super.run(change, runMs);
    had(this.book.settle());
    return ended;
  }
}
