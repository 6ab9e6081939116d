import type { RunnerPorts } from '../../src/calendar/runner-ports';
import type { Workbook } from '../../src/worksystem/workbook/workbook';
import type { RunStore } from '../../src/runs/ports';
import { Company } from '../calendar/company';
import { MemoryStore } from '../kit/memory-store';
import { MemorySpreadsheet } from './memory-spreadsheet';
import { typeRows } from './work-in-workbook';
import { had, typed, workbookOf } from './workbook-of';

/** An organisation whose work system is a workbook: every run is an execution of its own, settled at its end. */
export class WorkbookCompany extends Company {
  readonly spreadsheet = new MemorySpreadsheet(undefined, typeRows);
  readonly memory = new MemoryStore();
  book: Workbook = workbookOf(this.spreadsheet, this.memory);

  constructor() {
    super();
    // The runs of whichever execution it is.
    Object.defineProperty(this, 'runs', {
      value: {
        load: () => this.book.runs.load(),
        save: (records: Parameters<RunStore['save']>[0]) => this.book.runs.save(records),
      },
    });
  }

  employ(email: string): void {
    typed(this.spreadsheet, 'People', { Email: email });
  }

  override ports(runMs?: number): RunnerPorts {
    const { calendars: work, connections, records, staff } = this.book;
    return { ...super.ports(runMs), work, connections, records, staff };
  }

  override run(change?: (ports: RunnerPorts) => RunnerPorts, runMs?: number) {
    this.book = workbookOf(this.spreadsheet, this.memory);
    const ended = super.run(change, runMs);
    had(this.book.settle());
    return ended;
  }
}
