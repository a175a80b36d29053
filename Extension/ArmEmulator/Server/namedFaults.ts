import { ArmError, type ArmRequest, type ArmResponse } from "./arm";
import type { Fault } from "./faults";

/** A fault to set while the emulator runs. All conditions must hold; without any it hits every request. */
export interface FaultOrder {
  readonly fault: FaultName;
  /** Telemetry names of the calls, as `x-ms-command-name` has them; absent: all. */
  readonly commandNames?: readonly string[] | undefined;
  /** Part of the path, whatever its letter case. */
  readonly path?: string | undefined;
  readonly method?: string | undefined;
  /** How many requests it hits; absent: all of them. */
  readonly times?: number | undefined;
}

type Trouble = () => Pick<Fault, "delay" | "response" | "alter">;

const refusal = (status: number, code: string, message: string, headers = {}): Trouble => {
  const response = new ArmError(status, code, message, { headers }).toResponse();
  return () => ({ response });
};
const answer = (response: ArmResponse): Trouble => {
  return () => ({ response });
};

const hours = 60 * 60 * 1000;
const denied =
  "The client 'engineer' does not have authorization to perform action 'Microsoft.Drill/things/read' over scope '/'.";

const troubles = {
  forbidden: refusal(403, "AuthorizationFailed", denied),
  notFound: refusal(404, "ResourceNotFound", "The resource was not found."),
  conflict: refusal(409, "Conflict", "Another operation is in progress."),
  preconditionFailed: refusal(412, "PreconditionFailed", "The resource was changed since it was read."),
  throttled: refusal(429, "TooManyRequests", "Too many requests."),
  throttledFor2s: refusal(429, "TooManyRequests", "Too many requests.", { "retry-after": "2" }),
  serverError: refusal(500, "InternalServerError", "The service failed."),
  unavailable: refusal(503, "ServiceUnavailable", "The service is unavailable."),
  sessionExpired: refusal(401, "ExpiredAuthenticationToken", "The access token has expired."),
  timeout: () => ({ delay: Infinity }),
  reset: answer({ status: 502, isReset: true }),
  html: answer({
    status: 200,
    headers: { "content-type": "text/html" },
    body: "<!doctype html><title>Proxy</title><p>Sign in to the network.",
  }),
  truncatedJson: answer({
    status: 200,
    headers: { "content-type": "application/json" },
    body: '{"value":[{"id":"/subscriptions/',
  }),
  emptyBody: answer({ status: 200 }),
  wrongShape: answer({ status: 200, body: { unexpected: [{ shape: true }] } }),
  repeatedPage: repeatedPage,
  lostPage: () => ({
    response: (request) =>
      isLaterPage(request)
        ? new ArmError(500, "InternalServerError", "The page is lost.").toResponse()
        : undefined,
    alter: withNextPage,
  }),
  clockSkew: () => ({
    alter: (response) => ({
      ...response,
      headers: { ...response.headers, date: new Date(Date.now() + 3 * hours).toUTCString() },
    }),
  }),
} satisfies Readonly<Record<string, Trouble>>;

export type FaultName = keyof typeof troubles;

export const faultNames = Object.keys(troubles) as readonly FaultName[];

export function namedFault({ fault, commandNames, path, method, times }: FaultOrder): Fault {
  const part = path?.toLowerCase();
  return {
    ...troubles[fault](),
    matches: (request) =>
      (!commandNames || commandNames.includes(request.headers["x-ms-command-name"] ?? "")) &&
      (part === undefined || request.path.toLowerCase().includes(part)) &&
      (method === undefined || request.method === method.toUpperCase()),
    ...(times === undefined ? {} : { times }),
  };
}

/** Reads the body of a PUT of `/emulator/faults`. Throws a 400 that names what is wrong. */
export function readFaultOrders(body: unknown): readonly FaultOrder[] {
  if (!Array.isArray(body)) {
    throw wrong("The body must be a list of faults.");
  }
  return body.map(readOrder);
}

const readers = {
  fault: (value: unknown) => faultNames.some((name) => name === value),
  commandNames: (value: unknown) => Array.isArray(value) && value.every((name) => typeof name === "string"),
  path: (value: unknown) => typeof value === "string",
  method: (value: unknown) => typeof value === "string",
  times: (value: unknown) => Number.isInteger(value) && Number(value) > 0,
};

function readOrder(value: unknown): FaultOrder {
  const order = (typeof value === "object" && value !== null ? value : {}) as FaultOrder;
  if (order.fault === undefined) {
    throw wrong("Each fault needs the property 'fault'.");
  }
  for (const [name, part] of Object.entries(order)) {
    const isGood = Object.hasOwn(readers, name) ? readers[name as keyof typeof readers] : undefined;
    if (!isGood?.(part)) {
      throw wrong(`The value of '${name}' isn't one. Faults: ${faultNames.join(", ")}.`);
    }
  }
  return order;
}

function wrong(message: string): ArmError {
  return new ArmError(400, "InvalidRequestContent", message);
}

const token = "further";

/** The answer, said to have a further page. Resource Graph gives its first row only, as if the page were full. */
function withNextPage(response: ArmResponse, request: ArmRequest): ArmResponse {
  const { body } = response;
  if (typeof body !== "object" || body === null) {
    return response;
  }
  if ("data" in body && Array.isArray(body.data)) {
    return {
      ...response,
      body: { ...body, data: body.data.slice(0, 1) as unknown[], count: 1, $skipToken: token },
    };
  }
  const query = new URLSearchParams(request.query);
  query.set("$skiptoken", token);
  const nextLink = `${request.linkOrigin}${request.path}?${query.toString()}`;
  return "value" in body ? { ...response, body: { ...body, nextLink } } : response;
}

function isLaterPage({ body, query }: ArmRequest): boolean {
  const { options } = (body ?? {}) as { readonly options?: { readonly $skipToken?: unknown } };
  return options?.$skipToken === token || query.get("$skiptoken") === token;
}

/** The first page comes again and again. */
function repeatedPage(): ReturnType<Trouble> {
  let first: ArmResponse | undefined;
  return {
    response: (request) => (isLaterPage(request) ? first : undefined),
    alter(response, request) {
      first = withNextPage(response, request);
      return first;
    },
  };
}
