import type { LocalWorkspace } from '../../../emulator/local-workspace';
import type { ApiAnswer, JsonObject } from '../../../emulator/workspace/api-method';
import type { Caller } from '../../../emulator/workspace/caller';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import { GoogleError } from '../../../emulator/workspace/google-error';

/** An answer of the API, loosely typed. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of many shapes
export type Answer = any;

export interface App {
  readonly clientId: string;
  call(
    as: string,
    methodId: string,
    params?: object,
    body?: object | null,
    media?: { contentType: string; text: string },
  ): Answer;
}

/** An application with these scopes (last parts of their addresses), with Drive and Sheets enabled in its project. */
export function anApp(workspace: LocalWorkspace, clientId: string, scopes: readonly string[]): App {
  const projectNumber = '123456789012';
  workspace.state.cloud.projects[projectNumber] = {
    projectNumber,
    projectId: 'an-app',
    name: 'An app',
    ownerCustomerId: null,
    enabledApis: ['drive.googleapis.com', 'sheets.googleapis.com'],
    keyCreationDisabled: false,
    serviceAccounts: {},
  };
  const call: App['call'] = (as, methodId, params = {}, body = null, media) => {
    const caller: Caller = {
      principal: findPrincipal(workspace.state.directory, as)!,
      scopes: new Set(scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`)),
      clientId,
      projectNumber,
      applicationName: 'An app',
      impersonated: false,
      cause: 'api',
      ipAddress: '203.0.113.5',
    };
    return workspace.door.call(
      {
        methodId,
        params: params as Record<string, unknown>,
        body: body as JsonObject | null,
        ...(media && {
          media: { contentType: media.contentType, bytes: new Uint8Array(Buffer.from(media.text)) },
        }),
      },
      caller,
      null,
      0,
    );
  };
  return { clientId, call };
}

/** The refusal of a call: code, reason and message. */
export function refusalOf(work: () => ApiAnswer): {
  code: number;
  reason: string;
  message: string;
} {
  try {
    work();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return { code: error.code, reason: error.reason, message: error.message };
  }
  throw new Error('The call was not refused.');
}
