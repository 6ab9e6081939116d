import { GoogleError, invalid, notFound } from '../google-error';

/** The Directory API's refusals, in its own words. */

export const badRequest = (): GoogleError => new GoogleError(400, 'badRequest', 'Bad Request');

/** 400 `Invalid Input: …`, naming the field or parameter. */
export const invalidInput = (what: string): GoogleError => invalid(`Invalid Input: ${what}`);

export const missingField = (name: string): GoogleError =>
  new GoogleError(400, 'required', `Missing required field: ${name}`);

export const domainNotFound = (): GoogleError => notFound('Domain not found.');

export const orgUnitNotFound = (): GoogleError => notFound('Org unit not found');

/** 404 naming the key that was not found: `userKey`, `groupKey`, `memberKey` … */
export const resourceNotFound = (key: string): GoogleError =>
  notFound(`Resource Not Found: ${key}`);

export const alreadyExists = (message = 'Entity already exists.'): GoogleError =>
  new GoogleError(409, 'duplicate', message);

export const conditionNotMet = (message: string): GoogleError =>
  new GoogleError(412, 'conditionNotMet', message, {
    locationType: 'header',
    location: 'If-Match',
  });

export const domainCannotUseApis = (): GoogleError =>
  new GoogleError(403, 'domainCannotUseApis', 'Domain cannot use apis.');

/** Too many writes at once: users of one domain, org units of one organization. */
export const rateTooHigh = (): GoogleError =>
  new GoogleError(403, 'quotaExceeded', 'Request rate higher than configured.', {
    domain: 'usageLimits',
  });
