import type { Place } from '../shell/place';

export function SheetsApp(_: { readonly account: string; readonly place: Place }) {
  return <main class="page" />;
}
