import type { TextInput, Validation } from '../../card/card-json';
import { runAction } from './click';
import { element, freshId } from './element';
import { strings, stringsOf } from './form-inputs';
import type { Drawing } from './hands';
import { hintLine, type HintLine } from './hint-line';

/** The pause after the last key before suggestions are requested. */
const SUGGEST_AFTER_MS = 250;

/** A labeled text field with its hint, suggestions, counter and error line. */
export function drawTextInput(widget: TextInput, drawing: Drawing): HTMLElement {
  const {
    name = '',
    label,
    hintText,
    value,
    type,
    placeholderText,
    validation,
    onChangeAction,
  } = widget;
  const id = freshId();
  const attributes = {
    id,
    name,
    placeholder: placeholderText,
    maxlength: validation?.characterLimit,
    inputmode: INPUT_MODES[validation?.inputType ?? 'TEXT'],
    'aria-describedby': `${id}-below`,
    'aria-label': label ? undefined : (hintText ?? name),
    onchange: () => onChangeAction && void runAction(onChangeAction, drawing),
  };
  const field =
    type === 'MULTIPLE_LINE'
      ? element('textarea', { ...attributes, rows: 4 })
      : element('input', { ...attributes, type: 'text', list: `${id}-list`, autocomplete: 'off' });
  field.value = value ?? '';
  const below = hintLine(() => field, hintText, `${id}-below`);
  addToForm({ name, field, below, validation }, drawing);
  return element(
    'div',
    { class: 'card-field' },
    label ? element('label', { for: id }, label) : null,
    field,
    below.line,
    suggestions(id, field, widget, drawing),
  );
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

interface TextFieldParts {
  readonly name: string;
  readonly field: TextField;
  readonly below: HintLine;
  readonly validation: Validation | undefined;
}

function addToForm({ name, field, below, validation }: TextFieldParts, { form }: Drawing): void {
  form.add({
    name,
    read: () => (field.value === '' ? null : strings(field.value)),
    restore: (held) => void (field.value = stringsOf(held)[0] ?? ''),
    problem: () => (field.value === '' ? null : problemOf(field.value, validation)),
    showProblem: below.show,
  });
}

const INPUT_MODES: Readonly<Record<NonNullable<Validation['inputType']>, string>> = {
  TEXT: 'text',
  INTEGER: 'numeric',
  FLOAT: 'decimal',
  EMAIL: 'email',
  EMOJI_PICKER: 'text',
};

function problemOf(value: string, validation: Validation | undefined): string | null {
  switch (validation?.inputType) {
    case 'INTEGER':
      return /^[+-]?\d+$/.test(value.trim()) ? null : 'Enter a whole number.';
    case 'FLOAT':
      return value.trim() !== '' && Number.isFinite(Number(value)) ? null : 'Enter a number.';
    case 'EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : 'Enter an email address.';
    default:
      return null;
  }
}

/** Suggestions: the card's own list, or what its action returns as somebody types. */
function suggestions(
  id: string,
  field: TextField,
  { initialSuggestions, autoCompleteAction }: TextInput,
  { hands, form }: Drawing,
): HTMLElement | null {
  const first = (initialSuggestions?.items ?? []).map(({ text = '' }) => text);
  if (first.length === 0 && !autoCompleteAction) return null;
  const list = element('datalist', { id: `${id}-list` });
  const show = (texts: readonly string[]) =>
    list.replaceChildren(...texts.map((text) => element('option', { value: text })));
  show(first);
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (autoCompleteAction)
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => void hands.suggest(autoCompleteAction, form.values()).then(show, () => {}),
        SUGGEST_AFTER_MS,
      );
    });
  return list;
}
