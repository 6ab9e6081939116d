import type { Inputs } from '../card/action';
import type { Action } from '../card/card-json';
import { ACTION_PARAMETER, COPY_PREFIX, OPEN_PAGE, PLACE_INPUT } from '../card/door-names';
import type { FormInput, FormInputs } from './card-dom/form-inputs';

/** A call of the page's door. */
export interface PageCall {
  readonly action: string;
  readonly inputs: Inputs;
}

/** @param place an action of the page's places; null for whatever this person sees first. */
export const openingOf = (place: string | null): PageCall => ({
  action: OPEN_PAGE,
  inputs: place === null ? {} : { [PLACE_INPUT]: [place] },
});

/**
 * A card's action with the values of the card's widgets. The action's own parameters win over widgets of the same
 * name.
 */
export function callOf({ parameters = [] }: Action, held: FormInputs): PageCall {
  const named = parameters.map(({ key = '', value = '' }) => [key, value] as const);
  const [, action = ''] = named.find(([key]) => key === ACTION_PARAMETER) ?? [];
  const typed = Object.entries(held)
    .filter(([name]) => !name.startsWith(COPY_PREFIX))
    .map(([name, input]) => [name, textsOf(input)] as const);
  const own = named
    .filter(([key]) => key !== ACTION_PARAMETER)
    .map(([key, value]) => [key, [value]] as const);
  return { action, inputs: Object.fromEntries([...typed, ...own]) };
}

function textsOf(input: FormInput): readonly string[] {
  if ('stringInputs' in input) return input.stringInputs.value;
  if ('dateInput' in input) return [input.dateInput.msSinceEpoch];
  if ('dateTimeInput' in input) return [input.dateTimeInput.msSinceEpoch];
  const { hours, minutes } = input.timeInput;
  return [`${twoDigits(hours)}:${twoDigits(minutes)}`];
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
