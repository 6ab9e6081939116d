import { exception } from '../../runtime/realm/bridge';
import { printable } from './realm-built';
import { STRING } from './realm-kinds';
import { jsonOf, type Json } from './realm-message';
import { addMethod } from './realm-message-class';
import { field } from './realm-setters';

/** What `throwException` threw, for whoever shows the sign-in card. */
const THROWN = new WeakMap<Error, Json>();

/**
 * Its JSON is Google's AuthorizationError; `customUiCallback` beside it names the function that makes the card.
 *
 * @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#authorizationerror
 */
export const AuthorizationException = printable('AuthorizationException', {
  finish: ({ customUiCallback, ...basicAuthorizationPrompt }) => ({
    basicAuthorizationPrompt,
    ...(customUiCallback !== undefined && { customUiCallback }),
  }),
  setters: {
    setAuthorizationUrl: field('authorizationUrl', STRING),
    setResourceDisplayName: field('resource', STRING),
    setCustomUiCallback: field('customUiCallback', STRING),
  },
});

addMethod(AuthorizationException, 'throwException', function () {
  const { basicAuthorizationPrompt, ...rest } = jsonOf(this) as Json & {
    basicAuthorizationPrompt: { authorizationUrl?: string; resource?: string };
  };
  const { authorizationUrl, resource } = basicAuthorizationPrompt;
  if (!authorizationUrl || !resource)
    throw exception(
      'An authorization exception needs an authorization URL and a resource display name.',
    );
  const error = exception(`Authorization is required to access ${resource}.`);
  error.name = 'AuthorizationException';
  THROWN.set(error, { basicAuthorizationPrompt, ...rest });
  throw error;
});

/** The sign-in card that an error asks for; undefined for any other error. */
export const authorizationErrorOf = (error: unknown): Json | undefined =>
  error instanceof Error ? THROWN.get(error) : undefined;
