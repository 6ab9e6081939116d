/** A message from a web app's page, in its frame, to the page around it. */
export type FromFrame =
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly name: string;
      readonly parameters: readonly unknown[];
    }
  | {
      readonly kind: 'history';
      readonly how: 'push' | 'replace';
      readonly state: unknown;
      readonly parameters: Readonly<Record<string, string | readonly string[]>>;
      readonly hash: string;
    }
  | { readonly kind: 'location'; readonly id: number }
  | { readonly kind: 'close' };

/** A message to the page in the frame. */
export type ToFrame =
  | { readonly kind: 'ran'; readonly id: number; readonly answer: CallAnswer }
  | { readonly kind: 'location'; readonly id: number; readonly location: PageLocation }
  | { readonly kind: 'went'; readonly state: unknown; readonly location: PageLocation };

/** The outcome of a function of the script. */
export type CallAnswer =
  | { readonly kind: 'success'; readonly value: unknown }
  | { readonly kind: 'failure'; readonly name: string; readonly message: string };

/** @see https://developers.google.com/apps-script/guides/html/reference/url */
export interface PageLocation {
  readonly hash: string;
  readonly parameter: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
}
