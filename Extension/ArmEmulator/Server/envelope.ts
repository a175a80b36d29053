import { randomUUID } from "node:crypto";
import { ArmError, type ArmResponse } from "./arm";

/** Answers a call with ARM's request ids; whatever is thrown becomes ARM's error envelope. Never rejects. */
export async function inEnvelope(now: Date, answer: () => Promise<ArmResponse>): Promise<ArmResponse> {
  const ids = requestIds(now);
  try {
    const response = await answer();
    return { ...response, headers: { ...ids, ...response.headers } };
  } catch (error) {
    const response = toArmError(error).toResponse();
    return { ...response, headers: { ...ids, ...response.headers } };
  }
}

function requestIds(now: Date): Readonly<Record<string, string>> {
  const id = randomUUID();
  return {
    "x-ms-request-id": id,
    "x-ms-correlation-request-id": id,
    "x-ms-routing-request-id": `WESTEUROPE:${now.toISOString().replace(/[-:.]/g, "")}:${id}`,
  };
}

function toArmError(error: unknown): ArmError {
  return error instanceof ArmError
    ? error
    : new ArmError(500, "InternalServerError", error instanceof Error ? error.message : String(error));
}
