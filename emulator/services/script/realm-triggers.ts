import { exception, operations } from '../../runtime/realm/bridge';
import { isOneOf, type EnumValue } from '../enumeration/realm';
import type { ReferenceOperations } from '../../runtime/realm/reference-operations';
import { argumentsOf, type Parameter } from '../signature/realm';
import type { ScriptOperations, Schedule, TriggerView } from './operations';
import { enumsOf } from './realm-enums';

const call = operations<ScriptOperations & ReferenceOperations>();

/** @see https://developers.google.com/apps-script/reference/script/trigger */
export class Trigger {
  #view: TriggerView;
  #fresh: boolean;

  /** @param fresh whether it is what create() returned. */
  constructor(view: TriggerView, fresh: boolean) {
    this.#view = view;
    this.#fresh = fresh;
  }

  getUniqueId(): string {
    return this.#view.uid;
  }

  getHandlerFunction(): string {
    return this.#view.handler;
  }

  getTriggerSource(): EnumValue {
    return enumsOf().TriggerSource[this.#view.source];
  }

  getTriggerSourceId(): string | null {
    return this.#view.sourceId;
  }

  getEventType(): EnumValue {
    return enumsOf().EventType[this.#view.source === 'CLOCK' ? 'CLOCK' : 'ON_EVENT_UPDATED'];
  }

  static isFresh(trigger: Trigger): boolean {
    return trigger.#fresh;
  }
}

/** @see https://developers.google.com/apps-script/reference/script/trigger-builder */
export class TriggerBuilder {
  #handler: string;

  constructor(handler: string) {
    this.#handler = handler;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#handler);
  }

  forUserCalendar(...args: unknown[]): CalendarTriggerBuilder {
    const [email] = argumentsOf<[string]>('TriggerBuilder.forUserCalendar', args, ['String']);
    return new CalendarTriggerBuilder(this.#handler, email);
  }
}

/** @see https://developers.google.com/apps-script/reference/script/calendar-trigger-builder */
export class CalendarTriggerBuilder {
  #handler: string;
  #calendarId: string;
  #event = false;

  constructor(handler: string, calendarId: string) {
    this.#handler = handler;
    this.#calendarId = calendarId;
  }

  onEventUpdated(): this {
    this.#event = true;
    return this;
  }

  create(): Trigger {
    if (!this.#event) throw exception('Cannot create a trigger without specifying an event type.');
    const schedule = { kind: 'calendar', calendarId: this.#calendarId } as const;
    return new Trigger(call('script.createTrigger', this.#handler, schedule), true);
  }
}

interface ClockSettings {
  once?: Schedule;
  minutes?: number;
  hours?: number;
  days?: number;
  weeks?: number;
  weekDay?: number;
  monthDay?: number;
  atHour?: number;
  nearMinute?: number;
}

const MINUTES = [1, 5, 10, 15, 30];

/** @see https://developers.google.com/apps-script/reference/script/clock-trigger-builder */
export class ClockTriggerBuilder {
  #handler: string;
  #settings: ClockSettings = {};
  #timeZone: string | null = null;

  constructor(handler: string) {
    this.#handler = handler;
  }

  after(...args: unknown[]): this {
    const [ms] = numbers('after', args, 1);
    return this.#set({ once: { kind: 'after', ms: ms! } });
  }

  at(...args: unknown[]): this {
    const [date] = argumentsOf<[Date]>('ClockTriggerBuilder.at', args, ['Date']);
    return this.#set({ once: { kind: 'at', instantMs: date.getTime() } });
  }

  atDate(...args: unknown[]): this {
    const [year, month, day] = numbers('atDate', args, 3) as [number, number, number];
    return this.#set({ once: { kind: 'on-date', year, month, day, timeZone: null } });
  }

  everyMinutes(...args: unknown[]): this {
    const [minutes] = numbers('everyMinutes', args, 1);
    if (!MINUTES.includes(minutes!))
      throw exception(
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    return this.#set({ minutes: minutes! });
  }

  everyHours(...args: unknown[]): this {
    return this.#set({ hours: positive('everyHours', args) });
  }

  everyDays(...args: unknown[]): this {
    return this.#set({ days: positive('everyDays', args) });
  }

  everyWeeks(...args: unknown[]): this {
    return this.#set({ weeks: positive('everyWeeks', args) });
  }

  onWeekDay(...args: unknown[]): this {
    const { WeekDay } = enumsOf();
    const [day] = argumentsOf<[EnumValue]>('ClockTriggerBuilder.onWeekDay', args, [
      (value) => isOneOf(WeekDay, value),
    ]);
    return this.#set({ weekDay: day.ordinal() });
  }

  onMonthDay(...args: unknown[]): this {
    return this.#set({ monthDay: within('onMonthDay', args, 1, 31) });
  }

  atHour(...args: unknown[]): this {
    return this.#set({ atHour: within('atHour', args, 0, 23) });
  }

  nearMinute(...args: unknown[]): this {
    return this.#set({ nearMinute: within('nearMinute', args, 0, 59) });
  }

  inTimezone(...args: unknown[]): this {
    const [timeZone] = argumentsOf<[string]>('ClockTriggerBuilder.inTimezone', args, ['String']);
    call('script.checkTimeZone', timeZone);
    this.#timeZone = timeZone;
    return this;
  }

  create(): Trigger {
    return new Trigger(call('script.createTrigger', this.#handler, this.#schedule()), true);
  }

  #set(settings: ClockSettings): this {
    Object.assign(this.#settings, settings);
    return this;
  }

  #schedule(): Schedule {
    const {
      once,
      minutes,
      hours,
      days,
      weeks,
      weekDay,
      monthDay,
      atHour = null,
      nearMinute = null,
    } = this.#settings;
    const timeZone = this.#timeZone;
    if (once) return once.kind === 'on-date' ? { ...once, timeZone } : once;
    const recurring = (rule: Extract<Schedule, { kind: 'recurring' }>['rule']): Schedule => ({
      kind: 'recurring',
      rule,
      timeZone,
    });
    const time = { atHour, nearMinute };
    if (minutes !== undefined) return recurring({ every: 'minutes', count: minutes });
    if (hours !== undefined) return recurring({ every: 'hours', count: hours });
    if (monthDay !== undefined) return recurring({ every: 'month', monthDay, ...time });
    if (weekDay !== undefined || weeks !== undefined)
      return recurring({ every: 'weeks', count: weeks ?? 1, weekDay: weekDay ?? 1, ...time });
    if (days !== undefined || atHour !== null)
      return recurring({ every: 'days', count: days ?? 1, ...time });
    throw exception('Cannot create a time-based trigger without specifying when it should run.');
  }
}

function numbers(member: string, args: readonly unknown[], count: number): number[] {
  const form = Array.from<Parameter>({ length: count }).fill('Integer');
  return argumentsOf<number[]>(`ClockTriggerBuilder.${member}`, args, form);
}

const positive = (member: string, args: readonly unknown[]): number =>
  within(member, args, 1, Infinity);

function within(member: string, args: readonly unknown[], least: number, most: number): number {
  const [value] = numbers(member, args, 1);
  if (value! < least || value! > most)
    throw exception(`The value you passed to ${member} was invalid.`);
  return value!;
}
