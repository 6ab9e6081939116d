import type { Place } from '../shell/place';

export function InsideWorkspace(_: { readonly place: Place }) {
  return <main class="page" />;
}
