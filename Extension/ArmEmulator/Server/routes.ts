import { ArmError } from "./arm";
import type { Operation } from "./operation";

export interface Route {
  readonly operation: Operation;
  readonly place: Readonly<Record<string, string>>;
}

interface CompiledOperation {
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
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
      for (const { operation, pattern, names } of compiled) {
        const match = operation.method === method ? pattern.exec(path) : null;
        if (match) {
          const values = match.slice(1).map(decode);
          return {
            operation,
            place: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""])),
          };
        }
      }
      return undefined;
    },
    knows: (path) => compiled.some(({ pattern }) => pattern.test(path)),
    knowsNamespace: (namespace) =>
      operations.some(({ path }) => path.toLowerCase().includes(`/providers/${namespace.toLowerCase()}/`)),
  };
}

function compile(operation: Operation): CompiledOperation {
  const names: string[] = [];
  const source = operation.path
    .split("/")
    .map((segment) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) {
        return segment.replace(/[.$]/g, "\\$&");
      }
      names.push(name);
      return name === "scope" ? "(.+?)" : "([^/]+)";
    })
    .join("/");
  return { operation, names, pattern: new RegExp(`^${source}/?$`, "i") };
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
