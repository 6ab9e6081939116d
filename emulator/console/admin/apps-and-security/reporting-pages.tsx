import type { Place } from '../../shell/place';

export function ReportingPages(_: { readonly account: string; readonly place: Place }) {
  return <p class="empty">This page is not there yet.</p>;
}
