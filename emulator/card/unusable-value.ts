/**
 * The add-on platform's message about a function that returned something other than cards and responses: a string, a
 * number, an object of its own. Null when it returned nothing, which is allowed.
 *
 * @param value what a function started by an add-on returned, where the run rendered no card.
 */
export const unusableValue = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : 'The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
      `Also make sure to call build on any builder before returning it. Value: ${JSON.stringify(value)}`;
