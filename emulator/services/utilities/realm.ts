import { operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { argumentsOf } from '../signature/realm';
import { archiveMembers } from './realm-archives';
import { base64Members } from './realm-base64';
import { parseCsv } from './realm-csv';
import { digestMembers } from './realm-digests';
import { enumsOf } from './realm-enums';
import { formatted } from './realm-format-string';
import type { UtilitiesOperations } from './operations';

const call = operations<UtilitiesOperations>();

/** @see https://developers.google.com/apps-script/reference/utilities/utilities */
export function installUtilities(): void {
  defineLazily('Utilities', () =>
    emulated('Utilities.Utilities', {
      ...enumsOf(),
      ...base64Members(),
      ...digestMembers(),
      ...archiveMembers(),
      ...textMembers(),
      getUuid: () => call('utilities.getUuid'),
      sleep(...args: unknown[]): void {
        const [ms] = argumentsOf<[number]>('Utilities.sleep', args, ['Integer']);
        call('utilities.sleep', ms);
      },
    }),
  );
}

const textMembers = (): object => ({
  formatDate(...args: unknown[]): string {
    const [date, timeZone, format] = argumentsOf<[Date, string, string]>(
      'Utilities.formatDate',
      args,
      ['Date', 'String', 'String'],
    );
    return call('utilities.formatDate', date.getTime(), timeZone, format);
  },
  parseDate(...args: unknown[]): Date {
    const [text, timeZone, format] = argumentsOf<[string, string, string]>(
      'Utilities.parseDate',
      args,
      ['String', 'String', 'String'],
    );
    return new Date(call('utilities.parseDate', text, timeZone, format));
  },
  formatString: (template: unknown, ...values: unknown[]): string =>
    formatted(String(template), values),
  parseCsv(...args: unknown[]): string[][] {
    const [csv, delimiter = ','] = argumentsOf<[string, string?]>(
      'Utilities.parseCsv',
      args,
      ['String'],
      ['String', 'String'],
    );
    return parseCsv(csv, delimiter);
  },
  jsonParse: (text: string): unknown => JSON.parse(text) as unknown,
  jsonStringify: (value: unknown): string => JSON.stringify(value),
});
