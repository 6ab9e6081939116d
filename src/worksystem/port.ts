/** What a work system is to Tandem. Each adapter is a folder beside this file. */
import type { AppointmentTakers, AvailabilityFeed, Bookings } from '../availability/ports';
import type { Staff, WorkCalendars } from '../calendar/ports';
import type { Employees } from '../directory/ports';

export interface WorkSystem {
  readonly calendars: WorkCalendars;
  readonly employees: Employees;
  readonly staff: Staff;
  readonly takers: AppointmentTakers;
  readonly bookings: Bookings;
  /** Where it is told when people are not available. */
  readonly availability: AvailabilityFeed;
}
