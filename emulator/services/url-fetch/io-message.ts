/** A message from the scripts' thread to the I/O worker. */
export interface OutsideRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly validateHttpsCertificates: boolean;
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

/** The response, or why there is none. */
export type OutsideOutcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: Uint8Array;
    }
  | { readonly kind: 'dns' | 'unavailable' | 'timeout' | 'certificate' | 'too-large' };

export interface IoJob {
  readonly id: number;
  readonly requests: readonly OutsideRequest[];
}

export interface IoAnswer {
  readonly id: number;
  readonly outcomes: readonly OutsideOutcome[];
}
