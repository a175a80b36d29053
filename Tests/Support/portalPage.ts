import type { WireRequest, WireResponse } from "../../Extension/PortalSdk/portalHost";

/** A browser with the local portal's page open, as far as calls go. It remembers everything that it was sent. */
export interface PortalPage {
  readonly html: string;
  /** A setting of the page. */
  setting(name: string): string | undefined;
  /** Posts a batch as the page does. */
  post(body: unknown, options?: PostOptions): Promise<Response>;
  /** Calls ARM through a batch; resolves to its answers. */
  batch(...requests: readonly Call[]): Promise<readonly WireResponse[]>;
  /** Texts and headers of all answers. */
  readonly received: string[];
}

export interface PostOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A call with what most calls have filled in. */
export type Call = Partial<WireRequest> & Pick<WireRequest, "url">;

/** Opens an address as a browser does: a key is exchanged for a cookie, with which the page is loaded from its own path. */
export async function openPage(url: string): Promise<PortalPage> {
  const received: string[] = [];
  const keep = async (response: Response) => {
    const text = await response.clone().text();
    received.push([...response.headers].map((pair) => pair.join(": ")).join("\n"), text);
    return response;
  };
  const { entrance, path, cookie } = await enter(url);
  await keep(entrance);
  const { origin } = new URL(url);
  const html = await (await keep(await fetch(`${origin}${path}`, { headers: { cookie } }))).text();
  const setting = (name: string) => new RegExp(`name="${name}" content="([^"]*)"`).exec(html)?.[1];
  const post = async (body: unknown, { headers = {}, signal }: PostOptions = {}) =>
    keep(
      await fetch(`${origin}${path}api/batch`, {
        method: "POST",
        headers: {
          origin,
          cookie,
          "content-type": "application/json",
          "x-portal-secret": setting("secret") ?? "",
          ...headers,
        },
        body: JSON.stringify(body),
        ...(signal ? { signal } : {}),
      }),
    );
  return {
    html,
    setting,
    received,
    post,
    async batch(...calls) {
      const requests = calls.map((call, index) => ({
        httpMethod: "GET",
        name: String(index),
        requestHeaderDetails: { commandName: "Test/Call" },
        ...call,
      }));
      const answer = (await (await post({ requests })).json()) as {
        readonly responses: readonly WireResponse[];
      };
      return answer.responses;
    },
  };
}

export interface Entered {
  /** The answer to the address itself. */
  readonly entrance: Response;
  /** Of the page. */
  readonly path: string;
  /** What the browser sends from then on; empty where no cookie was set. */
  readonly cookie: string;
}

/** Follows an address to the page: where a cookie is set, the answer's script goes on to its path. */
export async function enter(url: string): Promise<Entered> {
  const entrance = await fetch(url);
  const [setCookie = ""] = entrance.headers.getSetCookie();
  const [cookie = ""] = setCookie.split(";");
  const path = /location\.replace\("([^"]+)"/.exec(await entrance.clone().text())?.[1] ?? "/";
  return { entrance, path, cookie };
}
