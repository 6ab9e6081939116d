/** Inputs for the organization's settings, named as in the sheet Settings. */
import { oneOf, type Choice } from '../../card/card';
import type { Widget } from '../../card/card-json';
import type { CalendarSettings } from '../settings';
import { SETTING_WORDS } from '../setting-words';

type Worded = {
  [N in keyof CalendarSettings]: (typeof SETTING_WORDS)[N] extends { readonly choices: unknown }
    ? N
    : never;
}[keyof CalendarSettings];

export const wordedChoice = <S extends Worded & keyof CalendarSettings>(
  setting: S,
  settings: Pick<CalendarSettings, S>,
): Widget =>
  choice<string>(
    setting,
    SETTING_WORDS[setting].name,
    settings[setting],
    SETTING_WORDS[setting].choices,
  );

export const choice = <V extends string>(
  name: string,
  label: string,
  value: V,
  texts: Readonly<Record<V, string>>,
): Widget =>
  oneOf(
    name,
    label,
    (Object.keys(texts) as V[]).map((one): Choice => ({
      value: one,
      text: texts[one],
      isChosen: one === value,
    })),
  );
