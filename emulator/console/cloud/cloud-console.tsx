import type { Place } from '../shell/place';

export function CloudConsole(_: { readonly account: string; readonly place: Place }) {
  return <main class="page" />;
}
