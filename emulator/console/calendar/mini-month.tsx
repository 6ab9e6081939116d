import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { calendarAddress, stepped, type View } from './calendar-place';
import { WEEKDAYS } from './repeat-rule';
import { periodWords } from './time-words';
import { addDays, dayOf, wallMs, weekdayOf } from './wall-time';

/** A small month for going to a day. */
export function MiniMonth({
  account,
  view,
  date,
  now,
  weekStart,
}: {
  readonly account: string;
  readonly view: View;
  readonly date: string;
  readonly now: string;
  readonly weekStart: number;
}) {
  const [month, setMonth] = useState(date);
  useEffect(() => setMonth(date), [date]);
  const first = `${month.slice(0, 7)}-01`;
  const start = addDays(first, -((weekdayOf(first) - weekStart + 7) % 7));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)),
  );
  const title = periodWords('month', month, weekStart);
  return (
    <section class="mini-month" aria-label="Go to a day">
      <div class="mini-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="button icon"
          aria-label="Previous month"
          onClick={() => setMonth(stepped('month', month, -1))}
        >
          <Icon name="previous" />
        </button>
        <button
          type="button"
          class="button icon"
          aria-label="Next month"
          onClick={() => setMonth(stepped('month', month, 1))}
        >
          <Icon name="next" />
        </button>
      </div>
      <table aria-label={title}>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col" abbr={WEEKDAYS[weekdayOf(day)]!}>
                {WEEKDAYS[weekdayOf(day)]!.slice(0, 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <a
                    href={calendarAddress(account, { view, date: day })}
                    class={day.slice(0, 7) === month.slice(0, 7) ? '' : 'other'}
                    aria-label={dayName(day)}
                    {...(day === dayOf(now) && { 'aria-current': 'date' as const })}
                    {...(day === date && { 'data-chosen': true })}
                  >
                    {Number(day.slice(8))}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const dayName = (day: string): string =>
  new Date(wallMs(day)).toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'long' });
