import type { RequestHandler } from "express";
import type { ArmEmulator } from "../../ArmEmulator/startArmEmulator";

/**
 * Forwards a batch of the shell to ARM and adds the token, which thus never reaches a browser. Only the shell's own page may
 * call: the origin must be its own, and a JSON content type cannot be sent across origins without asking first.
 */
export function batchProxy(emulator: ArmEmulator, shellOrigin: () => string): RequestHandler {
  return async (request, response) => {
    if (request.get("origin") !== shellOrigin() || !request.is("application/json")) {
      response
        .status(403)
        .json({ error: { code: "Forbidden", message: "Only the portal's own page may call." } });
      return;
    }
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    try {
      const answer = await fetch(`${emulator.url}/batch?api-version=2020-06-01`, {
        method: "POST",
        headers: { authorization: `Bearer ${emulator.token}`, "content-type": "application/json" },
        body: String(request.body),
        signal: gone.signal,
      });
      response
        .status(answer.status)
        .type("application/json")
        .send(await answer.text());
    } catch (error) {
      if (!gone.signal.aborted) {
        const message = error instanceof Error ? error.message : String(error);
        response.status(502).json({ error: { code: "BadGateway", message } });
      }
    }
  };
}
