import { enumeration, type Enumeration } from '../enumeration/realm';

/** ScriptApp's enumerations. @see https://developers.google.com/apps-script/reference/script/script-app#properties */
export interface ScriptEnums {
  readonly AuthMode: Enumeration<'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL'>;
  readonly AuthorizationStatus: Enumeration<'REQUIRED' | 'NOT_REQUIRED'>;
  readonly EventType: Enumeration<
    'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_FORM_SUBMIT' | 'ON_CHANGE' | 'ON_EVENT_UPDATED'
  >;
  readonly InstallationSource: Enumeration<
    'APPS_MARKETPLACE_DOMAIN_ADD_ON' | 'NONE' | 'WEB_STORE_ADD_ON'
  >;
  readonly TriggerSource: Enumeration<
    'SPREADSHEETS' | 'CLOCK' | 'FORMS' | 'DOCUMENTS' | 'CALENDAR'
  >;
  readonly WeekDay: Enumeration<(typeof WEEK_DAYS)[number]>;
}

export const WEEK_DAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const;

let enums: ScriptEnums | null = null;

/** Made at first use; always the same ones afterwards. */
export const enumsOf = (): ScriptEnums =>
  (enums ??= {
    AuthMode: enumeration('Script.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
    AuthorizationStatus: enumeration('Script.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']),
    EventType: enumeration('Script.EventType', [
      'CLOCK',
      'ON_OPEN',
      'ON_EDIT',
      'ON_FORM_SUBMIT',
      'ON_CHANGE',
      'ON_EVENT_UPDATED',
    ]),
    InstallationSource: enumeration('Script.InstallationSource', [
      'APPS_MARKETPLACE_DOMAIN_ADD_ON',
      'NONE',
      'WEB_STORE_ADD_ON',
    ]),
    TriggerSource: enumeration('Script.TriggerSource', [
      'SPREADSHEETS',
      'CLOCK',
      'FORMS',
      'DOCUMENTS',
      'CALENDAR',
    ]),
    WeekDay: enumeration('Base.Weekday', WEEK_DAYS),
  });
