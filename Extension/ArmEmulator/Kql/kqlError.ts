type KqlErrorCode = "ParserFailure" | "InvalidQuery" | "DisallowedMaxNumberOfRemoteTables";

/** Why a query is refused, and where. */
export class KqlError extends Error {
  override readonly name = "KqlError";
  /** From 1, as Resource Graph counts. */
  readonly line: number;
  /** From 0 within the line. */
  readonly characterPositionInLine: number;
  /** The text at that place. */
  readonly token: string;

  constructor(
    readonly code: KqlErrorCode,
    message: string,
    query: string,
    place: { readonly start: number; readonly length: number },
  ) {
    super(message);
    const before = query.slice(0, place.start);
    const lineStart = before.lastIndexOf("\n") + 1;
    this.line = before.split("\n").length;
    this.characterPositionInLine = place.start - lineStart;
    this.token = query.slice(place.start, place.start + place.length);
  }
}
