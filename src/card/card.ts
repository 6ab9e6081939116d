import type {
  Card,
  CardSection,
  DecoratedText,
  OnClick,
  SelectionInputSelectionItem,
  Widget,
} from './card-json';

/** A card with a title and sections. Google's Card JSON: plain data, drawn elsewhere. */
export const card = (title: string, ...sections: readonly CardSection[]): Card => ({
  header: { title },
  sections,
});

export const section = (header: string, ...widgets: readonly Widget[]): CardSection =>
  header === '' ? { widgets } : { header, widgets };

/** A section that shows only its first widgets until it is expanded. */
export const folded = (
  header: string,
  shown: number,
  ...widgets: readonly Widget[]
): CardSection => ({ header, widgets, collapsible: true, uncollapsibleWidgetsCount: shown });

/** A paragraph of plain text: markup in it is shown as text. */
export const paragraph = (text: string): Widget => ({ textParagraph: { text: escaped(text) } });

/** A paragraph of card markup. Text that people wrote goes through `escaped` first. */
export const markup = (text: string): Widget => ({ textParagraph: { text } });

/** A label with its value below it, both plain text. */
export const fact = (label: string, text: string, more: FactParts = {}): Widget => ({
  decoratedText: {
    topLabel: escaped(label),
    text: escaped(text),
    wrapText: true,
    ...(more.below !== undefined && { bottomLabel: escaped(more.below) }),
    ...(more.onClick && { onClick: more.onClick }),
    ...(more.button && { button: more.button }),
  },
});

export interface FactParts extends Pick<DecoratedText, 'button'> {
  /** A smaller line below. */
  readonly below?: string;
  readonly onClick?: OnClick;
}

/** A sentence and a smaller line below it, both plain text. */
export const sentence = (text: string, below: string): Widget => ({
  decoratedText: { text: escaped(text), wrapText: true, bottomLabel: escaped(below) },
});

export const divider: Widget = { divider: {} };

/** How a state is marked before its sentence: never by color alone. */
export type Mark = 'good' | 'bad' | 'waiting' | 'off';

const MARKS: Readonly<Record<Mark, string>> = {
  good: '<font color="#146c2e">✓</font>',
  bad: '<font color="#b3261e">✗</font>',
  waiting: '<font color="#5f4b00">…</font>',
  off: '<font color="#5f6368">–</font>',
};

/** The sign of a state, in card markup. */
export const marks = (mark: Mark): string => MARKS[mark];

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  good: 'Done',
  bad: 'Not yet',
  waiting: 'Waiting',
  off: 'Off',
};

/** A named check or step with its state, and the evidence below. */
export const marked = (mark: Mark, name: string, evidence = ''): Widget => ({
  decoratedText: { topLabel: MARK_WORDS[mark], ...standing(mark, name, evidence).decoratedText },
});

/** A state in words that need no label above them, and the evidence below. */
export const standing = (mark: Mark, name: string, evidence = ''): Widget => ({
  decoratedText: {
    text: `${MARKS[mark]} ${escaped(name)}`,
    wrapText: true,
    ...(evidence !== '' && { bottomLabel: escaped(evidence) }),
  },
});

/** @param hint what to enter. */
export const textInput = (name: string, label: string, value = '', hint = ''): Widget => ({
  textInput: { name, label, value, type: 'SINGLE_LINE', ...(hint !== '' && { hintText: hint }) },
});

/** The same for text on several lines. */
export const textArea = (name: string, label: string, value: string, hint: string): Widget => ({
  textInput: { name, label, value, type: 'MULTIPLE_LINE', hintText: hint },
});

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** One of several choices: a drop-down list. */
export const oneOf = (name: string, label: string, choices: readonly Choice[]): Widget => ({
  selectionInput: { name, label, type: 'DROPDOWN', items: choices.map(itemOf) },
});

/** Any of several choices: checkboxes. */
export const anyOf = (name: string, label: string, choices: readonly Choice[]): Widget => ({
  selectionInput: { name, label, type: 'CHECK_BOX', items: choices.map(itemOf) },
});

const itemOf = ({ value, text, isChosen }: Choice): SelectionInputSelectionItem => ({
  value,
  text,
  selected: isChosen,
});

/** Text as card markup that shows it unchanged. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A link in card markup. */
export const link = (text: string, url: string): string =>
  `<a href="${escaped(url).replace(/"/g, '&quot;')}">${escaped(text)}</a>`;
