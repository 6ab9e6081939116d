import { Action } from './realm-actions';
import { InputType, SelectionInputType } from './realm-enums';
import {
  a,
  BOOLEAN,
  INTEGER,
  listOf,
  oneOf,
  OPTIONAL_PRIMITIVE,
  PRIMITIVE,
  STRING,
} from './realm-kinds';
import type { Json } from './realm-message';
import { messageClass } from './realm-message-class';
import { appended, field, type Limit } from './realm-setters';
import { asWidget, Widget } from './realm-widget';

/** @see https://developers.google.com/apps-script/reference/card-service/validation */
export const Validation = messageClass('Validation', {
  setters: {
    setCharacterLimit: field('characterLimit', INTEGER),
    setInputType: field('inputType', oneOf(InputType)),
  },
});

const suggested = (json: Json, texts: readonly unknown[]): Json =>
  appended(
    json,
    'items',
    texts.map((text) => ({ text })),
  );

/** @see https://developers.google.com/apps-script/reference/card-service/suggestions */
export const Suggestions = messageClass('Suggestions', {
  setters: {
    addSuggestion: { takes: [[STRING]], change: (json, text) => suggested(json, [text]) },
    addSuggestions: {
      takes: [[listOf(STRING)]],
      change: (json, texts) => suggested(json, texts as readonly unknown[]),
    },
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/text-input */
export const TextInput = messageClass('TextInput', {
  base: Widget,
  asWidget: asWidget('textInput'),
  setters: {
    setFieldName: field('name', STRING),
    setTitle: field('label', STRING),
    setHint: field('hintText', STRING),
    setValue: field('value', STRING),
    setMultiline: {
      takes: [[BOOLEAN]],
      change: (json, many) => ({ ...json, type: many ? 'MULTIPLE_LINE' : 'SINGLE_LINE' }),
    },
    setOnChangeAction: field('onChangeAction', a(Action)),
    setSuggestions: field('initialSuggestions', a(Suggestions)),
    setSuggestionsAction: field('autoCompleteAction', a(Action)),
    setValidation: field('validation', a(Validation)),
  },
  missing: 'setHostAppDataSource setInputMode',
});

const ITEMS: Limit = {
  most: 100,
  sentence: "You can't add more than 100 items to a selection input.",
};

/** @see https://developers.google.com/apps-script/reference/card-service/selection-input */
export const SelectionInput = messageClass('SelectionInput', {
  base: Widget,
  asWidget: asWidget('selectionInput'),
  setters: {
    setFieldName: field('name', STRING),
    setTitle: field('label', STRING),
    setType: field('type', oneOf(SelectionInputType)),
    setOnChangeAction: field('onChangeAction', a(Action)),
    setExternalDataSource: field('externalDataSource', a(Action)),
    setMultiSelectMaxSelectedItems: field('multiSelectMaxSelectedItems', INTEGER),
    setMultiSelectMinQueryLength: field('multiSelectMinQueryLength', INTEGER),
    addItem: {
      takes: [[PRIMITIVE, PRIMITIVE, BOOLEAN]],
      change: (json, text, value, selected) =>
        appended(json, 'items', [{ text, value, selected }], ITEMS),
    },
    addMultiSelectItem: {
      takes: [[PRIMITIVE, PRIMITIVE, BOOLEAN, OPTIONAL_PRIMITIVE, OPTIONAL_PRIMITIVE]],
      change: (json, ...[text, value, selected, startIconUri, bottomText]) =>
        appended(
          json,
          'items',
          [
            {
              text,
              value,
              selected,
              ...(startIconUri !== undefined && { startIconUri }),
              ...(bottomText !== undefined && { bottomText }),
            },
          ],
          ITEMS,
        ),
    },
  },
  missing: 'addDataSourceConfig setPlatformDataSource',
});
