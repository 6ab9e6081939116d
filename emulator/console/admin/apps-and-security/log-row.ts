/** A parameter of an event, in one of the shapes that the Reports API has. */
export interface Parameter {
  readonly name: string;
  readonly value?: string;
  readonly intValue?: string;
  readonly boolValue?: boolean;
  readonly multiValue?: readonly string[];
  readonly multiIntValue?: readonly string[];
  readonly messageValue?: { readonly parameter: readonly Parameter[] };
  readonly multiMessageValue?: readonly { readonly parameter: readonly Parameter[] }[];
}

export interface Activity {
  readonly id: { readonly time: string; readonly uniqueQualifier: string };
  readonly actor?: {
    readonly email?: string;
    readonly key?: string;
    readonly profileId?: string;
    readonly applicationInfo?: { readonly applicationName?: string };
  };
  readonly ipAddress?: string;
  readonly events: readonly {
    readonly type: string;
    readonly name: string;
    readonly parameters?: readonly Parameter[];
  }[];
}

/** One event of an activity: one line of the result. */
export interface LogRow {
  /** Unique within a log. */
  readonly key: string;
  readonly activity: Activity;
  readonly event: Activity['events'][number];
}

export const rowsOf = (activity: Activity): LogRow[] =>
  activity.events.map((event, index) => ({
    key: `${activity.id.time} ${activity.id.uniqueQualifier} ${index}`,
    activity,
    event,
  }));

/** Who acted: an address, or what stands in for it. */
export const actorOf = ({ activity: { actor } }: LogRow): string =>
  actor?.email ?? actor?.key ?? '';

/** A parameter's values as text. Nested ones are spelled out. */
export function valuesOf(parameter: Parameter): readonly string[] {
  const { multiValue, multiIntValue, messageValue, multiMessageValue } = parameter;
  if (multiValue ?? multiIntValue) return (multiValue ?? multiIntValue)!;
  const messages = multiMessageValue ?? (messageValue ? [messageValue] : []);
  if (messages.length > 0) return messages.map(({ parameter: parts }) => partsText(parts));
  const single = parameter.value ?? parameter.boolValue?.toString() ?? intText(parameter);
  return single === undefined ? [] : [single];
}

const partsText = (parts: readonly Parameter[]): string =>
  parts.map((part) => `${titleOf(part.name)}: ${valuesOf(part).join(', ')}`).join('; ');

/** Seconds between year 1 and 1970: the calendar log counts from there. @see https://github.com/GAM-team/GAM/blob/main/src/gam/__init__.py */
const YEAR_1_TO_1970_SECONDS = 62_135_683_200;

/** A number; for instants in the calendar and login logs, a date. */
function intText({ name, intValue }: Parameter): string | undefined {
  if (intValue === undefined) return undefined;
  if (name === 'start_time' || name === 'end_time')
    return new Date((Number(intValue) - YEAR_1_TO_1970_SECONDS) * 1000).toISOString();
  if (name === 'login_timestamp') return new Date(Number(intValue) / 1000).toISOString();
  return intValue;
}

export const parameterOf = ({ event }: LogRow, name: string): readonly string[] => {
  const found = event.parameters?.find((parameter) => parameter.name === name);
  return found ? valuesOf(found) : [];
};

/** `USER_EMAIL` or `login_type` as words. */
export function titleOf(name: string): string {
  const words = name.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
