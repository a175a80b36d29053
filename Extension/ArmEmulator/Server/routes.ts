import { match, type MatchFunction, type ParamData } from "path-to-regexp";
import { ArmError } from "./arm";
import type { Operation } from "./operation";

interface Route {
  readonly operation: Operation;
  readonly place: Readonly<Record<string, string>>;
}

interface CompiledOperation {
  readonly operation: Operation;
  readonly match: MatchFunction<ParamData>;
}

/** Finds the operation for a method and path. Paths are compared without regard to letter case, as ARM does. */
export interface RouteTable {
  find(method: string, path: string): Route | undefined;
  /** Whether any operation, of whatever method, has this path. */
  knows(path: string): boolean;
  /** Whether any operation belongs to this resource provider. */
  knowsNamespace(namespace: string): boolean;
}

export function createRouteTable(operations: readonly Operation[]): RouteTable {
  const compiled = operations.map(compile);
  return {
    find(method, path) {
      for (const { operation, match } of compiled) {
        const found = operation.method === method && match(path);
        if (found) {
          return { operation, place: placeOf(found.params) };
        }
      }
      return undefined;
    },
    knows: (path) => compiled.some(({ match }) => match(path) !== false),
    knowsNamespace: (namespace) =>
      operations.some(({ path }) => path.toLowerCase().includes(`/providers/${namespace.toLowerCase()}/`)),
  };
}

/** ARM documents its paths as `{name}` for one segment and `{scope}` for several; the library says `:name` and `*scope`. */
function compile(operation: Operation): CompiledOperation {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "scope" ? "*scope" : `:${name}`,
  );
  return { operation, match: match(path, { decode }) };
}

function placeOf(params: ParamData): Route["place"] {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, [value].flat().join("/")]));
}

/** Throws ARM's 400 for a segment with a wrong escape. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) {
      throw new ArmError(400, "InvalidRequestUri", `The path segment '${segment}' is not escaped correctly.`);
    }
    throw error;
  }
}
