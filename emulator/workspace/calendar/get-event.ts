import { requiredParam, type ApiMethod } from '../api-method';
import { NotEmulated } from '../../kit/not-emulated';
import { answerOf, readRequest } from './event-request';

/** `calendar.events.get`: deleted events too, as long as their tombstone exists. */
export const getEvent: ApiMethod = (request, caller, workspace) =>
  answerOf(readRequest(request, caller, workspace), requiredParam(request, 'eventId'));

/** `calendar.events.quickAdd` reads a sentence with Google's language models: not emulated. */
export const quickAdd: ApiMethod = () => {
  throw new NotEmulated(
    'calendar.events.quickAdd',
    'https://developers.google.com/workspace/calendar/api/v3/reference/events/quickAdd',
  );
};
