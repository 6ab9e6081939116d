import type { Card, CardSection, Widget } from './card-json';

/** A card with a title and sections. Google's Card JSON: plain data, drawn elsewhere. */
export const card = (title: string, ...sections: readonly CardSection[]): Card => ({
  header: { title },
  sections,
});

export const section = (header: string, ...widgets: readonly Widget[]): CardSection => ({
  header,
  widgets,
});

/** A paragraph of plain text: markup in it is shown, not obeyed. */
export const paragraph = (text: string): Widget => ({ textParagraph: { text: escaped(text) } });

/** Text as card markup that shows it unchanged. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
