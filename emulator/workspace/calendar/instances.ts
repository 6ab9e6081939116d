import { flagParam, numberParam, requiredParam, textParam, type ApiMethod } from '../api-method';
import { notFound } from '../google-error';
import { decodePageToken, encodePageToken } from '../page-token';
import { invalid } from '../google-error';
import { eventAnswer } from './event-answer';
import { collectionFields } from './list-events';
import { readRequest, readerOf, type EventRequest } from './event-request';
import { startsAt } from './event-time';
import { isDeleted, requireEvent, viewOf, type EventView } from './event-view';
import { exceptionsOf } from './exceptions';
import { isInWindow } from './list-match';
import { pageParameters, readWindow } from './list-query';
import { plainOccurrences } from './list-rows';

const LARGEST_PAGE = 2500;

/** `calendar.events.instances`: the occurrences of a series in order of time, moved and cancelled ones included. */
export const listInstances: ApiMethod = (request, caller, workspace) => {
  const req = readRequest(request, caller, workspace);
  const series = requireEvent(workspace, req.calendar, requiredParam(request, 'eventId'));
  if (series.instance || !series.shared.recurrence) throw notFound();
  const parameters = pageParameters(request);
  const token = textParam(request, 'pageToken');
  const from = token === undefined ? 0 : decodePageToken<number>(parameters, token);
  if (from === null) throw invalid('Invalid page token value.', 'pageToken');
  const size = Math.min(numberParam(request, 'maxResults') ?? 250, LARGEST_PAGE);
  const views = instancesOf(req, series);
  const reader = readerOf(req);
  return {
    ...collectionFields(req),
    ...(from + size < views.length && { nextPageToken: encodePageToken(parameters, from + size) }),
    items: views.slice(from, from + size).map((view) => eventAnswer(view, reader)),
  };
};

function instancesOf(req: EventRequest, series: EventView): readonly EventView[] {
  const { workspace, calendar, request } = req;
  const window = readWindow(request);
  const showDeleted = flagParam(request, 'showDeleted');
  if (isDeleted(series) && !showDeleted) return [];
  const exceptions = exceptionsOf({ workspace }, series.core)
    .map(({ copies }) => calendar.events[copies[calendar.key] ?? ''])
    .filter((copy) => copy !== undefined)
    .map((copy) => viewOf(workspace, calendar, copy))
    .filter(
      (view) => (showDeleted || !isDeleted(view)) && isInWindow(view.shared, window, calendar),
    );
  const views = [...plainOccurrences(workspace, calendar, series.copy, window), ...exceptions];
  const original = textParam(request, 'originalStart');
  const startOf = ({ shared }: EventView): number => startsAt(shared.start, calendar.timeZone);
  return views
    .filter((view) => original === undefined || isOriginalStart(view, original, calendar.timeZone))
    .sort((a, b) => startOf(a) - startOf(b));
}

/** `originalStart` is an instant, or the date of an all-day occurrence. */
function isOriginalStart({ instance }: EventView, text: string, timeZone: string): boolean {
  const { original } = instance!;
  if ('date' in original && original.date === text) return true;
  return startsAt(original, timeZone) === Date.parse(text);
}
