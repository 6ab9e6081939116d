/** What the card says about an export that ended. */
import { button, buttons, opens, runs } from '../card/action';
import { fact, paragraph, section, standing } from '../card/card';
import type { CardSection, Widget } from '../card/card-json';
import { instantAt } from '../kit/clock';
import { dateWords, timeWords } from '../kit/date-words';
import { unreachable } from '../kit/unreachable';
import { isTimeZone, wallTimeAt } from '../kit/zoned-time';
import { SHEET_TITLE } from './export';
import { exportWords } from './export-words';
import type { Added, Exported, Place } from './exported';
import { OVERLAP_MS } from './fill-sheet';
import { EVENT_NAMES, eventTitle, HEADINGS } from './row';
import { KEY_HEADING } from './row-key';

type Of<K extends Exported['kind']> = Extract<Exported, { readonly kind: K }>;

export interface ResultActions {
  readonly exportAction: string;
  /** The parameter that names the application in place of what was typed. */
  readonly nameParameter: string;
}

/** How an export ended, with what it added. */
export function resultSection(
  exported: Exported,
  nowMs: number,
  actions: ResultActions,
): CardSection {
  switch (exported.kind) {
    case 'complete':
      return section('Exported', ...completeWidgets(exported, nowMs));
    case 'continues':
      return section(
        'Not finished',
        ...addedWidgets('waiting', exported),
        paragraph(
          `${progressOf(exported)} There is more than one export can read. Press Export again to continue.`,
        ),
        ...placeWidgets(exported.place),
      );
    case 'failed':
      return section('Not exported', ...failureWidgets(exported));
    case 'other-headings':
      return section('Not exported', ...headingWidgets(exported));
    case 'unknown-name':
      return section('Not exported', ...unknownNameWidgets(exported, actions));
    case 'unknown-event':
      return section(
        'Not exported',
        standing('bad', `No event is called “${exported.filter.eventName}”`),
        paragraph(
          `Choose one of: ${EVENT_NAMES.map(eventTitle).join(', ')}. Then press Export again.`,
        ),
      );
    default:
      return unreachable(exported);
  }
}

/** The spreadsheet's time zone; UTC if it has an unknown one. */
const zoneOf = (place: Place | null): string =>
  place !== null && isTimeZone(place.zone) ? place.zone : 'Etc/UTC';

const isUtc = (zone: string): boolean => /^(Etc\/)?(UTC|GMT)$/.test(zone);

const zoneName = (zone: string): string => (isUtc(zone) ? 'UTC' : zone);

/** An instant in the spreadsheet's time zone, with the name of that zone. */
const timeIn = (instant: string, place: Place | null): string => {
  const zone = zoneOf(place);
  return `${timeWords(wallTimeAt(instant, zone).local)} ${zoneName(zone)}`;
};

function completeWidgets(exported: Of<'complete'>, nowMs: number): Widget[] {
  const { added, isHeard, place, lostFrom, filter } = exported;
  const empty = [
    standing('off', 'The log has no such events yet', `Asked for: ${whatOf(filter)}`),
    paragraph('Google usually shows an event within 4 hours, and sometimes only days later.'),
  ];
  return [
    ...(isHeard || added.count + added.already > 0 ? addedWidgets('good', exported) : empty),
    fact('Complete up to', timeIn(instantAt(nowMs - OVERLAP_MS), place), { below: LATE }),
    ...(lostFrom === null
      ? []
      : [
          paragraph(
            `Google keeps the log for 180 days. Events since ${dateWords(lostFrom)} that it no longer had today are missing in the sheet.`,
          ),
        ]),
    ...placeWidgets(place),
  ];
}

const LATE =
  'Newer events that Google had are in the sheet too. Most reach its log within 4 hours, some only days later: the next export adds those of the last 3 days.';

const whatOf = ({ appName, eventName }: Exported['filter']): string =>
  `${appName === '' ? 'all applications' : appName}, ${eventName === '' ? 'all events' : eventTitle(eventName)}`;

const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

function addedWidgets(
  mark: 'good' | 'waiting',
  { added, filter, place }: { added: Added } & Pick<Exported, 'filter' | 'place'>,
): Widget[] {
  const { count, already, oldest, newest, late } = added;
  const there =
    already === 0
      ? ''
      : ` ${rowsOf(already)} of the time that was read again ${already === 1 ? 'was' : 'were'} there already.`;
  const below = `In the sheet ${SHEET_TITLE}.${there}`;
  const exported = fact('Application and event', whatOf(filter));
  if (count === 0) return [standing(mark, 'No new rows', below), exported];
  const [first, last] = [timeIn(oldest, place), timeIn(newest, place)];
  return [
    standing(mark, `${rowsOf(count)} added`, below),
    exported,
    ...(first === last
      ? [fact(count === 1 ? 'Date of the new row' : 'Date of the new rows', first)]
      : [fact('Oldest new row', first), fact('Newest new row', last)]),
    ...(late > 0
      ? [
          fact('Came late', rowsOf(late), {
            below: 'Older than the rows exported before, so they are below newer rows.',
          }),
        ]
      : []),
  ];
}

/** What a person should know about the sheet, and a link to it. */
function placeWidgets(place: Place | null): Widget[] {
  if (place === null) return [];
  const { fileId, sheetId, isHidden, isFiltered, isShared, isMadeAgain, hadNoKeys } = place;
  const notes = [
    isMadeAgain &&
      `The sheet of the last export was renamed or deleted, so Tandem made a new one. To go on in a renamed one, delete the new sheet and rename the old one to ${SHEET_TITLE} again.`,
    hadNoKeys &&
      `The sheet had no hidden column ${KEY_HEADING}, by which Tandem knows its rows whatever is changed in them. It recognized rows by their cells, and added the column again.`,
    isHidden && `The sheet is hidden. To see it: View → Hidden sheets → ${SHEET_TITLE}.`,
    isFiltered && 'A filter is on in the sheet, so rows can be there without being shown.',
    isShared && 'Everybody who can open this spreadsheet can read the rows.',
  ].filter((note): note is string => note !== false);
  const url = `https://docs.google.com/spreadsheets/d/${encodeURIComponent(fileId)}/edit#gid=${sheetId}`;
  return [...notes.map(paragraph), buttons(button('Open the sheet', opens(url)))];
}

const progressOf = ({ upTo, place }: Of<'continues'>): string =>
  upTo === null
    ? 'The log is being read from its beginning.'
    : `Everything up to ${timeIn(upTo, place)} is in the sheet.`;

function failureWidgets(exported: Of<'failed'>): Widget[] {
  const { failure, added, upTo, place } = exported;
  const { heading, meaning, cure, link } = exportWords(failure);
  return [
    standing('bad', heading, meaning),
    paragraph(cure),
    ...(link ? [buttons(button(link.text, opens(link.url)))] : []),
    ...(added.count > 0 ? addedWidgets('waiting', exported) : []),
    ...(upTo === null ? [] : [fact('Complete up to', timeIn(upTo, place))]),
  ];
}

function headingWidgets({ missing, twice }: Of<'other-headings'>): Widget[] {
  const listed = (headings: readonly string[]): string => headings.join(', ');
  const fault =
    missing.length === 0
      ? `There twice: ${listed(twice)}`
      : missing.length === HEADINGS.length
        ? 'None of the eight headings is there'
        : `Missing: ${listed(missing)}`;
  return [
    standing('bad', `The sheet ${SHEET_TITLE} has other headings`, `${fault}.`),
    paragraph(
      `Tandem recognizes its rows by the headings of the eight columns: ${listed(HEADINGS)}. Put them right, or rename the sheet so that Tandem adds a new one. Then press Export again.`,
    ),
  ];
}

function unknownNameWidgets(
  { filter, near, isWhole }: Of<'unknown-name'>,
  { exportAction, nameParameter }: ResultActions,
): Widget[] {
  const { appName } = filter;
  const searched = isWhole ? 'in the log' : 'among the newest entries of the log';
  return [
    standing(
      'bad',
      'No event has this application name',
      `“${appName}” is not in Google’s log. A new event can take hours to get there.`,
    ),
    paragraph(
      near.length === 0
        ? `No similar name is ${searched} either. Leave the name empty to export all applications, and see their names in the sheet.`
        : `Did you mean one of these, which are ${searched}?`,
    ),
    ...near.map((name) =>
      buttons(button(`Export ${name}`, runs(exportAction, { [nameParameter]: name }))),
    ),
  ];
}
