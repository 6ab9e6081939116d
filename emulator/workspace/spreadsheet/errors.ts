import { GoogleError } from '../google-error';

/** 400 in the words of the Sheets API. */
export const refusal = (message: string): GoogleError =>
  new GoogleError(400, 'badRequest', message, { status: 'INVALID_ARGUMENT' });

/** The same refusal, with the place in the request that caused it: `Invalid requests[0].addSheet: …`. */
export function refusalAt<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof GoogleError && error.code === 400)
      throw refusal(`Invalid ${place}: ${error.message}`);
    throw error;
  }
}

export const entityNotFound = (): GoogleError =>
  new GoogleError(404, 'notFound', 'Requested entity was not found.', { status: 'NOT_FOUND' });

export const callerHasNoPermission = (): GoogleError =>
  new GoogleError(403, 'forbidden', 'The caller does not have permission', {
    status: 'PERMISSION_DENIED',
  });

export const unparsableRange = (range: string): GoogleError =>
  refusal(`Unable to parse range: ${range}`);

export const protectedCells = (): GoogleError =>
  refusal(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
