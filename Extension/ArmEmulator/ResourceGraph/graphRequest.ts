import { ArmError } from "../Server/arm";

/** Body of a Resource Graph query, checked. */
export interface GraphRequest {
  readonly query: string;
  readonly subscriptions: readonly string[];
  readonly format: "objectArray" | "table";
  readonly top: number;
  readonly skip: number;
  readonly facets: readonly FacetRequest[];
}

export interface FacetRequest {
  readonly expression: string;
  readonly top: number;
  readonly filter: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** As documented for REST: 100 rows unless asked for more, 1,000 at most. */
const defaultTop = 100;
const largestTop = 1000;

/** Reads a request body (2021-03-01 and later). Throws ARM's 400 that names what is wrong. */
export function readGraphRequest(body: unknown): GraphRequest {
  if (!isJson(body) || typeof body.query !== "string" || body.query.trim() === "") {
    throw badRequest("The request body must have a query.");
  }
  const options = isJson(body.options) ? body.options : {};
  const top = numberIn(options, "$top", 1, largestTop) ?? defaultTop;
  const token = options.$skipToken === undefined ? undefined : readSkipToken(options.$skipToken, body.query);
  return {
    query: body.query,
    subscriptions: textsIn(body.subscriptions),
    format: options.resultFormat === "table" ? "table" : "objectArray",
    top: numberIn(options, "$top", 1, largestTop) ?? token?.top ?? top,
    skip: numberIn(options, "$skip", 0, Number.MAX_SAFE_INTEGER) ?? token?.skip ?? 0,
    facets: (Array.isArray(body.facets) ? (body.facets as readonly unknown[]) : []).map(readFacet),
  };
}

function readFacet(facet: unknown): FacetRequest {
  if (!isJson(facet) || typeof facet.expression !== "string") {
    throw badRequest("A facet must have an expression.");
  }
  const options = isJson(facet.options) ? facet.options : {};
  return {
    expression: facet.expression,
    top: numberIn(options, "$top", 1, largestTop) ?? 10,
    filter: typeof options.filter === "string" ? options.filter : undefined,
  };
}

interface SkipToken {
  readonly skip: number;
  readonly top: number;
}

/** A token is opaque to callers and good only for the query that it was given for. */
export function createSkipToken(query: string, token: SkipToken): string {
  return Buffer.from(JSON.stringify({ ...token, query: fingerprint(query) })).toString("base64url");
}

function readSkipToken(text: unknown, query: string): SkipToken {
  try {
    const token: unknown = JSON.parse(Buffer.from(String(text), "base64url").toString());
    if (isJson(token) && token.query === fingerprint(query)) {
      return { skip: Number(token.skip), top: Number(token.top) };
    }
  } catch {
    // Said below.
  }
  throw badRequest("The $skipToken does not belong to this query.");
}

function fingerprint(query: string): number {
  return [...query].reduce(
    (hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647,
    7,
  );
}

function numberIn(options: Json, key: string, least: number, most: number): number | undefined {
  const value = options[key];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== "number" || value < least || value > most) {
    throw badRequest(`The option ${key} must be from ${least} to ${most}.`);
  }
  return value;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === "string") : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function badRequest(message: string, details?: readonly Json[]): ArmError {
  return new ArmError(400, "BadRequest", message, details ? { details } : {});
}
