/** The parts of an error that Google's front ends add to code, reason and message. */
export interface GoogleErrorDetail {
  /** `global`, `usageLimits`, `calendar` … `global` when left out; null where Google gives none. */
  readonly domain?: string | null;
  readonly locationType?: 'parameter' | 'header';
  readonly location?: string;
  /** The newer envelope's status, such as `PERMISSION_DENIED`. */
  readonly status?: string;
  /** `google.rpc.ErrorInfo.reason`, such as `SERVICE_DISABLED`. */
  readonly errorInfoReason?: string;
  /** The message inside `errors[]` where it differs from the outer one. */
  readonly innerMessage?: string;
  readonly retryAfterSeconds?: number;
  /** `google.rpc.BadRequest.fieldViolations`: which fields of the request were refused. */
  readonly fieldViolations?: readonly { readonly field?: string; readonly description: string }[];
}

/** A refusal as a Google API answers it. Thrown by implementations of the API; rendered at the edge. */
export class GoogleError extends Error {
  override readonly name = 'GoogleError';

  /**
   * @param code the HTTP status.
   * @param reason `errors[0].reason`: what programs branch on.
   * @param message Google's sentence.
   */
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly detail: GoogleErrorDetail = {},
  ) {
    super(message);
  }

  /** The classic error envelope. @see https://developers.google.com/workspace/calendar/api/guides/errors */
  toBody(): { error: Record<string, unknown> } {
    const { domain = 'global', locationType, location, status } = this.detail;
    const { errorInfoReason, fieldViolations } = this.detail;
    return {
      error: {
        code: this.code,
        message: this.message,
        errors: [
          {
            message: this.detail.innerMessage ?? this.message,
            ...(domain !== null && { domain }),
            reason: this.reason,
            ...(locationType && { locationType }),
            ...(location && { location }),
          },
        ],
        ...(status && { status }),
        ...((errorInfoReason || fieldViolations) && { details: this.details() }),
      },
    };
  }

  private details(): object[] {
    const { errorInfoReason, fieldViolations } = this.detail;
    const type = 'type.googleapis.com/google.rpc.';
    return [
      ...(errorInfoReason
        ? [{ '@type': `${type}ErrorInfo`, reason: errorInfoReason, domain: 'googleapis.com' }]
        : []),
      ...(fieldViolations ? [{ '@type': `${type}BadRequest`, fieldViolations }] : []),
    ];
  }
}

/** 400 with reason `invalid`: the most common refusal of a malformed request. */
export const invalid = (message: string, location?: string): GoogleError =>
  new GoogleError(400, 'invalid', message, location ? { locationType: 'parameter', location } : {});

/** 404 with reason `notFound`. */
export const notFound = (message = 'Not Found'): GoogleError =>
  new GoogleError(404, 'notFound', message);
