/** A side panel shows at most this many widgets of a card. */
const WIDGETS_SHOWN = 100;

interface SectionsOf {
  readonly sections?: readonly { readonly widgets?: readonly unknown[] }[];
}

/** A card as a side panel shows it. */
export interface CutCard<T> {
  readonly shown: T;
  /** Sections that were silently dropped. */
  readonly sectionsCut: number;
  readonly widgetsCut: number;
}

/**
 * Drops what a host does not show: the section whose widgets take the card past 100, and all sections after it.
 *
 * @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#card
 */
export function cutCard<T extends SectionsOf>(card: T): CutCard<T> {
  const sections = card.sections ?? [];
  let widgets = 0;
  const first = sections.findIndex((section) => (widgets += count(section)) > WIDGETS_SHOWN);
  if (first === -1) return { shown: card, sectionsCut: 0, widgetsCut: 0 };
  const cut = sections.slice(first);
  return {
    shown: { ...card, sections: sections.slice(0, first) },
    sectionsCut: cut.length,
    widgetsCut: cut.reduce((sum, section) => sum + count(section), 0),
  };
}

const count = ({ widgets }: { readonly widgets?: readonly unknown[] }): number =>
  widgets?.length ?? 0;
