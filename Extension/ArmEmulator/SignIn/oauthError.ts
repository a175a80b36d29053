import type { ArmResponse } from "../Server/arm";

/** What a token endpoint refuses with (RFC 6749 §5.2, RFC 8628 §3.5). */
export class OAuthError extends Error {
  constructor(
    readonly error:
      | "authorization_pending"
      | "expired_token"
      | "invalid_client"
      | "invalid_grant"
      | "invalid_request"
      | "invalid_scope"
      | "unsupported_grant_type",
    description: string,
  ) {
    super(description);
  }

  toResponse(): ArmResponse {
    return {
      status: this.error === "invalid_client" ? 401 : 400,
      body: { error: this.error, error_description: this.message },
    };
  }
}
