import type { JsonObject } from './api-method';
import type { UserPrincipal } from './caller';
import type { Workspace } from './workspace';

/**
 * Something a person can do in one of Google's consoles that has no public API, such as delegating domain-wide authority or
 * installing a Marketplace app. Checks the person's permission itself and writes the audit log.
 *
 * @returns what the console shows afterwards.
 */
export type AdminAction = (
  workspace: Workspace,
  actor: UserPrincipal,
  input: JsonObject,
) => JsonObject | void;

/** Actions by name, `area.verb`: `delegation.add`, `marketplace.install` … */
export type AdminActions = Readonly<Record<string, AdminAction>>;

/** A console's refusal, in a sentence for the person at the keyboard. */
export class ConsoleRefusal extends Error {
  override readonly name = 'ConsoleRefusal';
}
