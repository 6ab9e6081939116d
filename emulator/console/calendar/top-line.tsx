import { Icon } from '../shell/icon';
import { calendarAddress, stepped, VIEWS, type View } from './calendar-place';
import { periodWords } from './time-words';
import { dayOf } from './wall-time';

/** Today, back and forward, the period, and the views. */
export function TopLine({
  account,
  view,
  date,
  now,
  weekStart,
  zone,
  turnPane,
  paneOpen,
}: {
  readonly account: string;
  readonly view: View;
  readonly date: string;
  readonly now: string;
  readonly weekStart: number;
  readonly zone: string;
  readonly turnPane: () => void;
  readonly paneOpen: boolean;
}) {
  const to = (there: string) => calendarAddress(account, { view, date: there });
  const period = view[0]!.toUpperCase() + view.slice(1);
  return (
    <div class="top-line">
      <button
        type="button"
        class="button icon"
        aria-label="Main menu"
        aria-expanded={paneOpen}
        onClick={turnPane}
      >
        <Icon name="menu" />
      </button>
      <a class="button outlined" href={to(dayOf(now))}>
        Today
      </a>
      <a class="button icon" href={to(stepped(view, date, -1))} aria-label={`Previous ${period}`}>
        <Icon name="previous" />
      </a>
      <a class="button icon" href={to(stepped(view, date, 1))} aria-label={`Next ${period}`}>
        <Icon name="next" />
      </a>
      <h1 aria-live="polite">{periodWords(view, date, weekStart)}</h1>
      <span class="soft zone">{zone.replaceAll('_', ' ')}</span>
      <nav class="views" aria-label="View">
        {VIEWS.map(({ value, label }) => (
          <a
            key={value}
            class="button"
            href={calendarAddress(account, { view: value, date })}
            {...(value === view && { 'aria-current': 'page' as const })}
          >
            {label}
          </a>
        ))}
      </nav>
    </div>
  );
}
