import type { FormInputs } from '../../../src/admin-page/card-dom/form-inputs';
import { control } from '../shell/workspace-client';

export type Host = 'CALENDAR' | 'SHEETS';

/** The document that is open in the host. */
export interface OpenDocument {
  readonly calendar?: { readonly calendarId: string; readonly eventId?: string };
  readonly sheets?: { readonly id: string };
}

export interface AddOnEntry {
  readonly applicationId: string;
  readonly name: string;
  readonly logoUrl: string;
  readonly primaryColor: string | null;
  readonly universalActions: readonly {
    readonly label: string;
    readonly openLink?: string;
    readonly runFunction?: string;
  }[];
  readonly openLinkUrlPrefixes: readonly string[];
  readonly installed: 'administrator' | 'user' | null;
}

export interface ConsentRequest {
  readonly appName: string;
  readonly publisher: string;
  readonly isInternal: boolean;
  readonly scopes: readonly {
    readonly scope: string;
    readonly description: string;
    readonly alreadyGranted: boolean;
    readonly tickable: boolean;
  }[];
  readonly granular: boolean;
  readonly blocked: {
    readonly title: string;
    readonly error: string;
    readonly message: string;
  } | null;
}

export type PanelAnswer =
  | { readonly kind: 'answer'; readonly answer: unknown; readonly contextual: boolean }
  | {
      readonly kind: 'consent';
      readonly clientId: string;
      readonly scopes: readonly string[];
      readonly request: ConsentRequest;
    }
  | { readonly kind: 'error'; readonly message: string; readonly executionId: string }
  | { readonly kind: 'nothing' };

/** One person's side panel in one host. */
export class PanelClient {
  constructor(
    readonly account: string,
    readonly host: Host,
    readonly open: OpenDocument,
  ) {}

  async addOn(): Promise<AddOnEntry | null> {
    const query = new URLSearchParams({ as: this.account, host: this.host });
    const { addOn } = await control<{ addOn: AddOnEntry | null }>(`addon?${query}`);
    return addOn;
  }

  opening(): Promise<PanelAnswer> {
    return this.ask({ do: 'open' });
  }

  /** The homepage, whatever is open. */
  homepage(): Promise<PanelAnswer> {
    return new PanelClient(this.account, this.host, {}).opening();
  }

  run(
    name: string,
    parameters: Readonly<Record<string, string>>,
    formInputs: FormInputs,
  ): Promise<PanelAnswer> {
    return this.ask({ do: 'run', function: name, parameters, formInputs });
  }

  grantFile(): Promise<PanelAnswer> {
    return this.ask({ do: 'grantFile' });
  }

  private ask(what: object): Promise<PanelAnswer> {
    return control('addon', { as: this.account, host: this.host, ...this.open, ...what });
  }
}
