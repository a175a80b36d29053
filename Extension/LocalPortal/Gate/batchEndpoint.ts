import type { RequestHandler } from "express";
import { isSecret, secretHeader } from "./pageAccess";

/** Answers the body of a batch, or of another call of the shell to its own server, as text. Rejects when no answer came, or when aborted. */
export type AnswerBatch = (body: string, signal: AbortSignal) => Promise<BatchAnswer>;

interface BatchAnswer {
  readonly status: number;
  /** JSON. */
  readonly text: string;
}

interface BatchEndpointOptions {
  readonly shellOrigin: () => string;
  /** Of this run; only the shell's page knows it. */
  readonly secret: string;
  readonly answer: AnswerBatch;
}

/**
 * Carries out a batch of the shell, or another call of it, with a token that thus never reaches a browser. Only the shell's own page may call: the origin
 * must be its own, the secret that of this run, and a JSON content type cannot be sent across origins without asking first.
 */
export function batchEndpoint({ shellOrigin, secret, answer }: BatchEndpointOptions): RequestHandler {
  return async (request, response) => {
    const isOwnPage =
      request.get("origin") === shellOrigin() &&
      isSecret(request.get(secretHeader), secret) &&
      request.is("application/json");
    if (!isOwnPage) {
      response.status(403).json(envelope("Forbidden", "Only the portal's own page may call."));
      return;
    }
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    try {
      const { status, text } = await answer(String(request.body), gone.signal);
      response.status(status).set("cache-control", "no-store").type("application/json").send(text);
    } catch (error) {
      if (!gone.signal.aborted) {
        const message = error instanceof Error ? error.message : String(error);
        response.status(502).json(envelope("BadGateway", message));
      }
    }
  };
}

/** What went wrong, as ARM says it. */
export function envelope(code: string, message: string) {
  return { error: { code, message } };
}
