/** A value as Logger prints it: as Java would, numbers as doubles, objects as `{key=value}`. */
export function loggerText(value: unknown): string {
  if (typeof value === 'number') return javaNumber(value);
  if (value instanceof Date) return javaDate(value);
  if (value instanceof Error) return String(value);
  if (Array.isArray(value)) return `[${value.map(loggerText).join(', ')}]`;
  if (isPlain(value))
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}=${loggerText(inner)}`)
      .join(', ')}}`;
  return String(value);
}

const isPlain = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
};

/** `1` → `1.0`, as Java prints a double of ordinary size. */
const javaNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e7
    ? `${value}.0`
    : String(value).replace(/e\+?/, 'E');

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (n: number): string => String(n).padStart(2, '0');

/** `Mon Mar 02 10:00:00 GMT+02:00 2026`: in the realm, local time is the script's zone. */
export function javaDate(date: Date): string {
  const ahead = -date.getTimezoneOffset();
  const zone = `GMT${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${DAYS[date.getDay()]} ${MONTHS[date.getMonth()]} ${two(date.getDate())} ${time} ${zone} ${date.getFullYear()}`;
}
