import { armAudience } from "./accessToken";
import { ArmError, type ArmRequest, type ArmResponse } from "./arm";

type Answer = (request: ArmRequest) => Promise<ArmResponse>;

const mostItems = 20;

/**
 * `POST /batch`, as the portal sends it (not documented by ARM): each item passes the whole pipeline by itself and has a
 * status of its own. Items are answered side by side, in the order asked.
 */
export async function answerBatch(
  batch: ArmRequest,
  answer: Answer,
  ownOrigin: string,
): Promise<ArmResponse> {
  const items = itemsOf(batch.body);
  if (items.length > mostItems) {
    throw new ArmError(
      400,
      "BatchTooLarge",
      `A batch may have at most ${mostItems} requests; this one has ${items.length}.`,
    );
  }
  const responses = await Promise.all(
    items.map(async (item) => {
      const response = await answer(itemRequest(item, batch, ownOrigin));
      const content = response.body ?? null;
      return {
        name: item.name ?? "",
        httpStatusCode: response.status,
        headers: response.headers ?? {},
        content,
        contentLength: JSON.stringify(content).length,
      };
    }),
  );
  return { status: 200, body: { responses } };
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
  if (!Array.isArray(requests)) {
    throw new ArmError(400, "InvalidRequestContent", "The body of a batch must have requests.");
  }
  return requests as readonly Item[];
}

function itemRequest(item: Item, batch: ArmRequest, ownOrigin: string): ArmRequest {
  const address = item.url ?? item.relativeUrl ?? "";
  const url = new URL(address, armAudience);
  if (url.origin !== armAudience && url.origin !== ownOrigin) {
    throw new ArmError(400, "InvalidRequestUri", `A batch may not call '${url.origin}'.`);
  }
  const dictionary = Object.entries(item.requestHeaderDictionary ?? {});
  const headers = dictionary.map(([name, values]) => [name.toLowerCase(), values.join(", ")] as const);
  return {
    method: (item.httpMethod ?? "GET").toUpperCase(),
    path: url.pathname,
    query: url.searchParams,
    headers: { ...Object.fromEntries(headers), authorization: batch.headers.authorization ?? "" },
    body: item.content,
    linkOrigin: armAudience,
    signal: batch.signal,
  };
}
