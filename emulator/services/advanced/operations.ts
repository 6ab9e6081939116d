import type { CrossingContent } from '../blob/realm';

export interface Upload {
  readonly contentType: string;
  readonly content: CrossingContent;
}

/** What the advanced services need from the host. */
export interface AdvancedOperations {
  /** One API call. */
  'advanced.call'(
    methodId: string,
    params: Readonly<Record<string, unknown>>,
    body: unknown,
    headers: Readonly<Record<string, string>>,
    media: Upload | null,
  ): unknown;
}
