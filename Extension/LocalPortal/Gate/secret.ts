import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Name of the header in which the shell sends the secret of the run. */
export const secretHeader = "x-portal-secret";

export function createSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares without telling by its time how much was right. */
export function isSecret(given: unknown, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}
