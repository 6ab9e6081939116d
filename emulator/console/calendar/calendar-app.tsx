import type { Place } from '../shell/place';
import { WithSidePanel } from '../side-panel/with-side-panel';

export function CalendarApp({ account }: { readonly account: string; readonly place: Place }) {
  return (
    <WithSidePanel account={account} host="CALENDAR" open={{}}>
      <div class="page" />
    </WithSidePanel>
  );
}
