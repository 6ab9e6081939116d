import { employeesContract } from '../contract/employees-contract';
import { workCalendarContract } from '../contract/work-calendar-contract';
import { MemoryWork } from '../calendar/memory-work';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { typeRows } from './work-in-workbook';
import { personAt, workbookOf } from './workbook-of';

workCalendarContract('in memory', () => {
  const calendar = new MemoryWork();
  return { calendar, next: () => calendar };
});

workCalendarContract('in a workbook', () => {
  const spreadsheet = new MemorySpreadsheet(undefined, typeRows);
  const next = () => workbookOf(spreadsheet).calendars.of(personAt('ann@example.com'));
  return { calendar: next(), next };
});

employeesContract('a workbook', () => {
  const spreadsheet = new MemorySpreadsheet();
  return () => workbookOf(spreadsheet).employees;
});
