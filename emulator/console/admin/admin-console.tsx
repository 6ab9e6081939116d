import type { Place } from '../shell/place';

export function AdminConsole(_: { readonly account: string; readonly place: Place }) {
  return <main class="page" />;
}
