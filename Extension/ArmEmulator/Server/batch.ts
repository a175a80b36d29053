import { armAudience, type Authenticate } from "./accessToken";
import { readApiVersion } from "./apiVersion";
import { ArmError, type ArmRequest, type ArmResponse, checkBody } from "./arm";
import { inEnvelope } from "./envelope";

type Answer = (request: ArmRequest) => Promise<ArmResponse>;

const mostItems = 20;

export const isBatch = ({ method, path }: ArmRequest) => method === "POST" && /^\/batch\/?$/i.test(path);

/**
 * `POST /batch`, as the portal sends it (not documented by ARM): each item passes the whole pipeline by itself and has a
 * status of its own. Items are answered side by side, in the order asked.
 */
export function answerBatch(
  batch: ArmRequest,
  answer: Answer,
  authenticate: Authenticate,
  now: Date,
): Promise<ArmResponse> {
  return inEnvelope(now, async () => {
    authenticate(batch.headers.authorization, now);
    readApiVersion(batch);
    checkBody(batch);
    const requests = itemsOf(batch.body).map((item) => ({ item, request: itemRequest(item, batch) }));
    const answers = await Promise.all(requests.map(({ request }) => answer(request)));
    const responses = requests.map(({ item }, index) =>
      itemResponse(item, answers[index] ?? { status: 502 }),
    );
    // A connection carries the whole batch.
    return { status: 200, body: { responses }, isReset: answers.some(({ isReset }) => isReset) };
  });
}

interface Item {
  readonly httpMethod?: string;
  readonly name?: string;
  readonly url?: string;
  readonly relativeUrl?: string;
  readonly requestHeaderDetails?: { readonly commandName?: string };
  readonly requestHeaderDictionary?: Readonly<Record<string, readonly string[]>>;
  readonly content?: unknown;
}

function itemsOf(body: unknown): readonly Item[] {
  const requests = (body as { readonly requests?: unknown } | undefined)?.requests;
  if (!Array.isArray(requests) || !requests.every(isItem)) {
    throw new ArmError(400, "InvalidRequestContent", "The body of a batch must have requests with a url.");
  }
  if (requests.length > mostItems) {
    throw new ArmError(
      400,
      "BatchTooLarge",
      `A batch may have at most ${mostItems} requests; this one has ${requests.length}.`,
    );
  }
  return requests;
}

/** Whether what is needed of an item is there, in its type; the rest is optional. */
function isItem(value: unknown): value is Item {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const { url, relativeUrl, httpMethod, requestHeaderDictionary: headers } = value as Item;
  return (
    typeof (url ?? relativeUrl) === "string" &&
    typeof (httpMethod ?? "") === "string" &&
    Object.values(headers ?? {}).every(Array.isArray)
  );
}

function itemRequest(item: Item, batch: ArmRequest): ArmRequest {
  const url = itemUrl(item.url ?? item.relativeUrl ?? "", `http://${batch.headers.host ?? ""}`);
  return {
    method: (item.httpMethod ?? "GET").toUpperCase(),
    path: url.pathname,
    query: url.searchParams,
    headers: { ...headersOf(item), authorization: batch.headers.authorization ?? "" },
    body: item.content ?? undefined,
    // Who batches believes to talk to ARM, unless a proxy says otherwise.
    linkOrigin: new URL(batch.linkOrigin).host === batch.headers.host ? armAudience : batch.linkOrigin,
    signal: batch.signal,
  };
}

function headersOf({ requestHeaderDictionary, requestHeaderDetails }: Item) {
  const given = Object.entries(requestHeaderDictionary ?? {});
  return {
    ...Object.fromEntries(given.map(([name, values]) => [name.toLowerCase(), values.join(", ")])),
    "x-ms-command-name": requestHeaderDetails?.commandName ?? "",
  };
}

/** Throws for an address that is none, or that leads elsewhere than to ARM or to the emulator itself. */
function itemUrl(address: string, ownOrigin: string): URL {
  const url = URL.canParse(address, armAudience) ? new URL(address, armAudience) : undefined;
  if (url?.origin !== armAudience && url?.origin !== ownOrigin) {
    throw new ArmError(400, "InvalidRequestUri", `A batch may not call '${address}'.`);
  }
  return url;
}

function itemResponse({ name }: Item, { status, headers, body }: ArmResponse) {
  return {
    name: name ?? "",
    httpStatusCode: status,
    headers: headers ?? {},
    content: body ?? null,
    contentLength: body === undefined ? 0 : Buffer.byteLength(JSON.stringify(body)),
  };
}
