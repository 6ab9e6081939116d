import { BUILT_IN_ICONS } from './built-in-icons';

/** Fields that the reference of the messages or that of CardService calls required, by message. */
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

/** Messages of which exactly one member, whichever, must be there. */
const WIDGETS = ['Widget', 'Columns.Column.Widgets', 'Card.NestedWidget'];

/** Sentences about what a message lacks. */
export function missingFields(name: string, value: object): string[] {
  const { knownIcon } = value as { knownIcon?: unknown };
  const any = ONE_OF[name];
  return [
    ...(REQUIRED[name] ?? [])
      .filter((field) => isEmpty((value as Record<string, unknown>)[field]))
      .map((field) => `${name} needs "${field}".`),
    ...(any && !any.some((field) => Object.hasOwn(value, field))
      ? [`${name} needs ${any.map((field) => `"${field}"`).join(' or ')}.`]
      : []),
    ...(WIDGETS.includes(name) &&
    !Object.keys(value).some((field) => field !== 'horizontalAlignment')
      ? [`${name} is empty.`]
      : []),
    ...(name === 'Icon' && typeof knownIcon === 'string' && !BUILT_IN_ICONS.has(knownIcon)
      ? [`"${knownIcon}" is not one of Google's built-in icons.`]
      : []),
  ];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
