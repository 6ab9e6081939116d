// What a person reads on a card, and what they can press.
import type { Action, Button, Card, OnClick, Widget } from '../../src/card/card-json';

export type Inputs = Readonly<Record<string, readonly string[]>>;

export interface Clickable {
  readonly text: string;
  readonly onClick: OnClick;
}

export function clickables({ sections = [], fixedFooter, cardActions = [] }: Card): Clickable[] {
  const widgets = sections.flatMap((section) => section.widgets ?? []);
  const list = [
    ...widgets.flatMap(buttonsOf),
    fixedFooter?.primaryButton,
    fixedFooter?.secondaryButton,
  ].filter((found): found is Button => found !== undefined && found.disabled !== true);
  return [
    ...list.flatMap(({ text = '', onClick }) => (onClick ? [{ text, onClick }] : [])),
    ...cardActions.flatMap(({ actionLabel = '', onClick }) =>
      onClick ? [{ text: actionLabel, onClick }] : [],
    ),
    ...widgets.flatMap(({ decoratedText }) =>
      decoratedText?.onClick
        ? [{ text: plain(decoratedText.text ?? ''), onClick: decoratedText.onClick }]
        : [],
    ),
  ];
}

const buttonsOf = ({ buttonList, decoratedText }: Widget): Button[] => [
  ...(buttonList?.buttons ?? []),
  ...(decoratedText?.button ? [decoratedText.button] : []),
];

/** The values of the cards' inputs before anybody changed them. */
export function filled(cards: readonly Card[]): Inputs {
  const inputs: Record<string, readonly string[]> = {};
  for (const { textInput, selectionInput } of cards.flatMap(({ sections = [] }) =>
    sections.flatMap(({ widgets = [] }) => widgets),
  )) {
    if (textInput?.name !== undefined && textInput.value)
      inputs[textInput.name] = [textInput.value];
    const chosen = selectionInput?.items?.filter(({ selected }) => selected) ?? [];
    if (selectionInput?.name !== undefined && chosen.length > 0)
      inputs[selectionInput.name] = chosen.map(({ value = '' }) => value);
  }
  return inputs;
}

export const parametersOf = ({ parameters = [] }: Action): Record<string, string> =>
  Object.fromEntries(parameters.map(({ key = '', value = '' }) => [key, value]));

export const lists = (values: Readonly<Record<string, string>>): Inputs =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));

/** Card markup as plain text. */
const plain = (markup: string): string =>
  markup
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

export function textsOf({ header, sections = [], fixedFooter }: Card): string[] {
  return [
    header?.title,
    header?.subtitle,
    ...sections.flatMap((section) => [section.header, ...(section.widgets ?? []).flatMap(wordsOf)]),
    fixedFooter?.primaryButton?.text,
    fixedFooter?.secondaryButton?.text,
  ]
    .filter((text): text is string => text !== undefined && text !== '')
    .map(plain);
}

const wordsOf = ({
  textParagraph,
  decoratedText,
  buttonList,
  textInput,
  selectionInput,
}: Widget): (string | undefined)[] => [
  textParagraph?.text,
  decoratedText?.topLabel,
  decoratedText?.text,
  decoratedText?.bottomLabel,
  decoratedText?.button?.text,
  ...(buttonList?.buttons ?? []).map(({ text }) => text),
  textInput?.label,
  textInput?.value,
  textInput?.hintText,
  selectionInput?.label,
  ...(selectionInput?.items ?? []).map(({ text }) => text),
];
