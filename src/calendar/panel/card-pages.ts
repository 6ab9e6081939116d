/** Shows long lists page by page, because a card holds few widgets. */
import { button, buttons } from '../../card/action';
import type { OnClick, Widget } from '../../card/card-json';

const PER_PAGE = 20;

export interface PageOf<T> {
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  readonly items: readonly T[];
}

/** @param wanted the page; if it does not exist, the nearest one is shown. */
export function pageOf<T>(all: readonly T[], wanted: number, perPage = PER_PAGE): PageOf<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(Math.max(0, Math.floor(wanted) || 0), pages - 1);
  return { page, pages, items: all.slice(page * perPage, (page + 1) * perPage) };
}

/** Buttons between pages; none when one page holds everything. */
export function pageButtons(
  { page, pages }: Omit<PageOf<unknown>, 'items'>,
  opens: (page: number) => OnClick,
): Widget[] {
  if (pages === 1) return [];
  return [
    buttons(
      ...(page > 0 ? [button('Previous', opens(page - 1))] : []),
      ...(page < pages - 1 ? [button(`Next (page ${page + 2} of ${pages})`, opens(page + 1))] : []),
    ),
  ];
}
