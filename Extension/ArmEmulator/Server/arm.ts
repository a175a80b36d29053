/** An ARM call, however it came: by itself or as an item of a batch. */
export interface ArmRequest {
  readonly method: string;
  /** Path as sent, beginning with a slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` without a body, and when it is not JSON. */
  readonly body: unknown;
  /** Why the body is not JSON. */
  readonly notJson?: string;
  /** The body of a form; absent: it is none. */
  readonly form?: URLSearchParams;
  /** Origin for links in the answer. */
  readonly linkOrigin: string;
  /** Aborts when the caller goes away or the emulator is closed. */
  readonly signal: AbortSignal;
}

export interface ArmResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON; a text is sent as it is, in the content type that the headers say. */
  readonly body?: unknown;
  /** The connection is reset instead of an answer. */
  readonly isReset?: boolean;
}

/** Thrown by operations and by the pipeline; becomes ARM's error envelope. */
export class ArmError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly details?: readonly Readonly<Record<string, unknown>>[];
    } = {},
  ) {
    super(message);
  }

  toResponse(): ArmResponse {
    const { details, headers } = this.more;
    return {
      status: this.status,
      headers: headers ?? {},
      body: { error: { code: this.code, message: this.message, ...(details ? { details } : {}) } },
    };
  }
}

/** Throws ARM's 400 for a body that is not JSON. */
export function checkBody({ notJson }: ArmRequest): void {
  if (notJson !== undefined) {
    throw new ArmError(
      400,
      "InvalidRequestContent",
      `The request content was invalid and could not be deserialized: '${notJson}'.`,
    );
  }
}
