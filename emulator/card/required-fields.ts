import { BUILT_IN_ICONS } from './built-in-icons';

/** Fields that the reference of the messages or of CardService calls required, by message. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Action: ['function'],
  Button: ['onClick'],
  'Card.CardFixedFooter': ['primaryButton'],
  'Card.CardHeader': ['title'],
  'Card.Section': ['widgets'],
  Chip: ['label'],
  DateTimePicker: ['name'],
  DecoratedText: ['text'],
  'DecoratedText.SwitchControl': ['name'],
  Image: ['imageUrl', 'altText'],
  MaterialIcon: ['name'],
  Notification: ['text'],
  OpenLink: ['url'],
  OverflowMenu: ['items'],
  'OverflowMenu.OverflowMenuItem': ['text', 'onClick'],
  SelectionInput: ['name'],
  TextInput: ['name'],
  TextParagraph: ['text'],
  'AuthorizationError.BasicAuthorizationAction': ['authorizationUrl', 'resource'],
};

/** Messages that mean nothing without one of these. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  Icon: ['knownIcon', 'iconUrl', 'materialIcon'],
  OnClick: ['action', 'openLink', 'openDynamicLinkAction', 'card', 'overflowMenu'],
  TextInput: ['label', 'hintText'],
  'Suggestions.SuggestionItem': ['text'],
  Navigation: ['popToRoot', 'pop', 'popToCard', 'pushCard', 'updateCard'],
};

/** Messages in which exactly one member must be set, whichever it is. */
const WIDGETS = ['Widget', 'Columns.Column.Widgets', 'Card.NestedWidget'];

/** Without these Google shows nothing of the card, according to its reference or its users; otherwise it shows the rest. */
const FATAL = new Set([
  'Button needs "onClick".',
  'Card.CardFixedFooter needs "primaryButton".',
  'Notification needs "text".',
]);

/** The required fields that a message lacks. */
export function missingFields(
  name: string,
  value: object,
): { readonly sentence: string; readonly refused: boolean }[] {
  return sentences(name, value as Record<string, unknown>).map((sentence) => ({
    sentence,
    refused: FATAL.has(sentence),
  }));
}

function sentences(name: string, value: Readonly<Record<string, unknown>>): string[] {
  const needed = (REQUIRED[name] ?? []).filter((field) => isEmpty(value[field]));
  const found = needed.map((field) => `${name} needs "${field}".`);
  const any = ONE_OF[name];
  if (any && !any.some((field) => Object.hasOwn(value, field)))
    found.push(`${name} needs ${any.map((field) => `"${field}"`).join(' or ')}.`);
  if (
    WIDGETS.includes(name) &&
    Object.keys(value).every((field) => field === 'horizontalAlignment')
  )
    found.push(`${name} is empty.`);
  const { knownIcon } = value;
  if (name === 'Icon' && typeof knownIcon === 'string' && !BUILT_IN_ICONS.has(knownIcon))
    found.push(`"${knownIcon}" is not one of Google's built-in icons.`);
  return found;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
