/** How a canceled call ends, under the name that the web platform and the Azure SDK give it. Canceled is not failed. */
export class CanceledError extends Error {
  override readonly name = "AbortError";

  constructor() {
    super("The call was canceled.");
  }
}

export function isCanceled(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
