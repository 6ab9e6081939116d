import { enumeration, type Enumeration } from '../enumeration/realm';

/** @see https://developers.google.com/apps-script/reference/html/html-service#properties */
export interface HtmlEnums {
  readonly SandboxMode: Enumeration<'EMULATED' | 'IFRAME' | 'NATIVE'>;
  readonly XFrameOptionsMode: Enumeration<'ALLOWALL' | 'DEFAULT'>;
}

let enums: HtmlEnums | null = null;

export const enumsOf = (): HtmlEnums =>
  (enums ??= {
    SandboxMode: enumeration('HTML.SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']),
    XFrameOptionsMode: enumeration('HTML.XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']),
  });
