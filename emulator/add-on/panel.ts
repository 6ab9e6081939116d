import { unusableValue } from '../card/unusable-value';
import type { LocalWorkspace } from '../local-workspace';
import type { InstalledScript, RunOutcome } from '../engine/engine';
import { ConsoleRefusal } from '../workspace/admin-action';
import type { UserPrincipal } from '../workspace/caller';
import { grantFileAccess } from '../workspace/drive/app-access';
import { installFor } from '../workspace/oauth/install-coverage';
import { consentRequest, grantedScopes, type ConsentRequest } from '../workspace/oauth/consent';
import { scopesToAsk } from '../workspace/oauth/scopes-to-ask';
import { commonOf, hostEntry, isOn, openingFunction, type UniversalAction } from './entry-points';
import { eventObject, localeFor, type AddOnEvent, type HostContext } from './event-object';
import { hostParts } from './host-parts';
import { screen } from './screening';

/** What a side panel shows. */
export type PanelAnswer =
  /** Cards or render actions, as Google's JSON. `contextual` cards belong to what is open. */
  | {
      readonly kind: 'answer';
      readonly answer: unknown;
      readonly contextual: boolean;
      readonly executionId: string;
    }
  /** The person first has to grant the add-on access. */
  | {
      readonly kind: 'consent';
      readonly clientId: string;
      readonly scopes: readonly string[];
      readonly request: ConsentRequest;
    }
  /** The function failed, or returned something that Google would refuse. */
  | { readonly kind: 'error'; readonly message: string; readonly executionId: string }
  /** The add-on has nothing to show here. */
  | { readonly kind: 'nothing' };

/** An add-on as the rail of a host shows it. */
export interface AddOnEntry {
  readonly scriptId: string;
  readonly applicationId: string;
  readonly name: string;
  readonly logoUrl: string;
  readonly primaryColor: string | null;
  readonly universalActions: readonly UniversalAction[];
  /** Links of cards must begin with one of these. */
  readonly openLinkUrlPrefixes: readonly string[];
  /** Who installed it for this person; null when it is only available in the Marketplace. */
  readonly installed: 'administrator' | 'user' | null;
}

/** This Workspace's add-on as one person sees it in a host; null where there is none. */
export function addOnFor(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  { host }: HostContext,
): AddOnEntry | null {
  const script = workspace.installed;
  if (!script || !hostEntry(script.project.manifest, host)) return null;
  const { record, project } = script;
  const common = commonOf(project.manifest);
  return {
    scriptId: record.scriptId,
    applicationId: record.projectNumber,
    name: common.name ?? record.name,
    logoUrl: common.logoUrl ?? '',
    primaryColor: common.layoutProperties?.primaryColor ?? null,
    universalActions: common.universalActions ?? [],
    openLinkUrlPrefixes: common.openLinkUrlPrefixes ?? [],
    installed: installFor(workspace, record.clientId, person.userId)?.by ?? null,
  };
}

/** Opens the panel: the card for what is open, or the homepage. */
export function openPanel(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  context: HostContext,
): PanelAnswer {
  const script = requireScript(workspace);
  const opening = openingFunction(script.project.manifest, context);
  if (!opening) return { kind: 'nothing' };
  return runInPanel(workspace, person, context, { ...opening, event: {} });
}

/** Runs the function of a card's action, of a universal action, or of a suggestion. */
export function runPanelFunction(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  context: HostContext,
  { name, event }: { readonly name: string; readonly event: AddOnEvent },
): PanelAnswer {
  const contextual = context.calendar !== undefined;
  return runInPanel(workspace, person, context, { name, contextual, event });
}

/** The person let the add-on open the active document: from now on it may, and its function is called. */
export function grantActiveDocument(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  context: HostContext,
): PanelAnswer {
  const { record, project } = requireScript(workspace);
  if (!context.sheets) throw new ConsoleRefusal('No document is open.');
  grantFileAccess(workspace, {
    clientId: record.clientId,
    userId: person.userId,
    fileId: context.sheets.id,
  });
  const trigger = hostEntry(project.manifest, context.host)?.onFileScopeGrantedTrigger;
  if (!isOn(trigger)) return openPanel(workspace, person, context);
  return runInPanel(workspace, person, context, {
    name: trigger.runFunction,
    contextual: false,
    event: {},
  });
}

interface PanelRun {
  readonly name: string;
  readonly contextual: boolean;
  readonly event: AddOnEvent;
}

function runInPanel(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  context: HostContext,
  { name, contextual, event }: PanelRun,
): PanelAnswer {
  const script = requireScript(workspace);
  const consent = consentNeeded(workspace, person, script);
  if (consent) return consent;
  const { manifest } = script.project;
  const { clientId } = script.record;
  const scopes = grantedScopes(workspace, clientId, person);
  const outcome = workspace.run(name, {
    as: person.email,
    surface: 'addon',
    event: eventObject(
      context,
      event,
      hostParts(workspace, person, context, { manifest, clientId }),
      localeFor(manifest, scopes, manifest.timeZone, workspace.clock.now()),
    ),
  });
  return answerOf(outcome, context, commonOf(manifest).openLinkUrlPrefixes ?? [], contextual);
}

function answerOf(
  { execution, rendered, value }: RunOutcome,
  { host }: HostContext,
  prefixes: readonly string[],
  contextual: boolean,
): PanelAnswer {
  const executionId = execution.id;
  if (rendered?.kind === 'card') {
    const result = screen(rendered.value, host, prefixes, execution);
    return result.kind === 'shown'
      ? { kind: 'answer', answer: result.answer, contextual, executionId }
      : { kind: 'error', message: result.sentence, executionId };
  }
  if (execution.error) return { kind: 'error', message: execution.error.message, executionId };
  const message = unusableValue(value);
  return message === null ? { kind: 'nothing' } : { kind: 'error', message, executionId };
}

/** The consent screen, when this person has not been asked about some scopes yet, or granted none at all. */
function consentNeeded(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  { project, record: { clientId } }: InstalledScript,
): PanelAnswer | null {
  const wanted = scopesToAsk(workspace, clientId, person, project.scopes);
  if (wanted.length === 0) return null;
  return {
    kind: 'consent',
    clientId,
    scopes: wanted,
    request: consentRequest(workspace, clientId, person.userId, wanted),
  };
}

function requireScript({ installed }: LocalWorkspace): InstalledScript {
  if (!installed) throw new ConsoleRefusal('No script project is installed in this Workspace.');
  return installed;
}
