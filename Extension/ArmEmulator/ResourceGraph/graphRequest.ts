import { createHash } from "node:crypto";
import { ArmError } from "../Server/arm";
import { isJson } from "../World/jsonParts";
import type { Json } from "../World/world";

/** Body of a Resource Graph query, checked. */
export interface GraphRequest {
  readonly query: string;
  /** In lower case; empty: all that the caller can read. */
  readonly subscriptions: readonly string[];
  readonly managementGroups: readonly string[];
  readonly format: "objectArray" | "table";
  readonly top: number;
  readonly skip: number;
  readonly facets: readonly FacetRequest[];
}

export interface FacetRequest {
  readonly expression: string;
  readonly top: number;
  readonly filter: string | undefined;
  /** Column or expression; absent: the count. */
  readonly sortBy: string | undefined;
  readonly sortOrder: "asc" | "desc";
}

/** As documented for REST: 100 rows unless asked for more, 1,000 at most. */
const firstPage: SkipToken = { skip: 0, top: 100 };
const largestTop = 1000;

/** What of the caller's rights counts; there is one scope here, so that all of them mean the same. */
const scopeFilters = ["AtScopeAndBelow", "AtScopeAndAbove", "AtScopeExact", "AtScopeAboveAndBelow"];

/** Reads a request body (2021-03-01 and later). Throws ARM's 400 that names what is wrong. */
export function readGraphRequest(body: unknown): GraphRequest {
  if (!isJson(body) || typeof body.query !== "string" || body.query.trim() === "") {
    throw badRequest("The request body must have a query.");
  }
  const options = optionsOf(body);
  oneOf(options, "authorizationScopeFilter", scopeFilters);
  const page = options.$skipToken === undefined ? firstPage : readSkipToken(options.$skipToken, body.query);
  return {
    query: body.query,
    ...readScopes(body),
    format: oneOf(options, "resultFormat", ["objectArray", "table"]) ?? "objectArray",
    top: numberIn(options, "$top", 1, largestTop) ?? page.top,
    skip: numberIn(options, "$skip", 0, Number.MAX_SAFE_INTEGER) ?? page.skip,
    facets: (Array.isArray(body.facets) ? (body.facets as readonly unknown[]) : []).map(readFacet),
  };
}

/** A query asks subscriptions or management groups, or neither, not both. */
function readScopes(body: Json): Pick<GraphRequest, "subscriptions" | "managementGroups"> {
  const subscriptions = textsIn(body.subscriptions);
  const managementGroups = textsIn(body.managementGroups);
  if (subscriptions.length > 0 && managementGroups.length > 0) {
    throw badRequest("A request may name subscriptions or management groups, not both.");
  }
  return { subscriptions, managementGroups };
}

function optionsOf({ options }: Json): Json {
  return isJson(options) ? options : {};
}

function readFacet(facet: unknown): FacetRequest {
  if (!isJson(facet) || typeof facet.expression !== "string") {
    throw badRequest("A facet must have an expression.");
  }
  const options = optionsOf(facet);
  return {
    expression: facet.expression,
    top: numberIn(options, "$top", 1, largestTop) ?? 10,
    filter: typeof options.filter === "string" ? options.filter : undefined,
    sortBy: typeof options.sortBy === "string" ? options.sortBy : undefined,
    sortOrder: oneOf(options, "sortOrder", ["asc", "desc"]) ?? "desc",
  };
}

interface SkipToken {
  readonly skip: number;
  readonly top: number;
}

/** One of the known texts; `undefined` when the option is not given. Throws for others. */
function oneOf<T extends string>(options: Json, key: string, known: readonly T[]): T | undefined {
  const value = options[key];
  if (value === undefined || value === null) {
    return undefined;
  }
  const found = known.find((text) => text === value);
  if (found === undefined) {
    throw badRequest(`The option ${key} must be one of: ${known.join(", ")}.`);
  }
  return found;
}

/** A token is opaque to callers and good only for the query that it was given for. */
export function createSkipToken(query: string, token: SkipToken): string {
  return Buffer.from(JSON.stringify({ ...token, query: fingerprint(query) })).toString("base64url");
}

function readSkipToken(text: unknown, query: string): SkipToken {
  const token = decodeToken(text);
  if (isJson(token) && token.query === fingerprint(query)) {
    const { skip, top } = token;
    if (typeof skip === "number" && typeof top === "number") {
      return { skip, top };
    }
  }
  throw badRequest("The $skipToken does not belong to this query.");
}

/** What a token holds; `undefined` when it is none of ours. */
function decodeToken(text: unknown): unknown {
  try {
    return JSON.parse(Buffer.from(String(text), "base64url").toString());
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function fingerprint(query: string): string {
  return createHash("sha256").update(query).digest("base64url");
}

function numberIn(options: Json, key: string, least: number, most: number): number | undefined {
  const value = options[key];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
    throw badRequest(`The option ${key} must be from ${least} to ${most}.`);
  }
  return value;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((text) => typeof text === "string").map((text) => text.toLowerCase())
    : [];
}

export function badRequest(message: string, details?: readonly Json[]): ArmError {
  return new ArmError(400, "BadRequest", message, details ? { details } : {});
}
