import type { Place } from '../../shell/place';

/** The first part of the path of every page in here. */
export const DIRECTORY_PAGES = new Set(['users', 'groups', 'orgunits', 'roles', 'domains']);

export function DirectoryPages(_: { readonly account: string; readonly place: Place }) {
  return <p class="empty">This page is not there yet.</p>;
}
