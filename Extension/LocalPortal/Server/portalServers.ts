import express, { type Express, type RequestHandler } from "express";
import { localPortalOutput } from "../../build/outputs";
import { format } from "../../../Client/Core/format";
import { Access } from "./Access.resjson";
import { batchEndpoint, type AnswerBatch } from "../Gate/batchEndpoint";
import { listenOnLoopback, ownHostOnly, type LoopbackServer } from "../Gate/loopback";
import {
  createPageAccess,
  keyMinutes,
  type KeyPlace,
  type PageAccess,
  createSecret,
} from "../Gate/pageAccess";
import { closedPage, entrancePage, framePage, shellPage, type Page } from "./pages";
import { plainErrors } from "./plainErrors";

/** Values for the shell's page, by name; none may be empty. */
export type PageSettings = Readonly<Record<string, string>>;

interface PortalServersOptions {
  /** 0: any port that is free. */
  readonly port: number;
  /** Asked for whenever the page is loaded. */
  readonly settings: () => Promise<PageSettings>;
  readonly answerBatch: AnswerBatch;
  /** Reads and sets the faults of the emulator; absent: what is behind the page has none. */
  readonly answerFaults?: AnswerBatch;
  /** Folder of the bundle; absent: that of `npm run build`. */
  readonly views?: string | undefined;
  /**
   * Given: the page and its calls are for the browser only that has opened a {@link PortalServers.newUrl}. Absent: every program
   * and user of the machine may load the page, and so have the secret that calls need.
   */
  readonly privacy?: Privacy;
}

interface Privacy {
  /** Called with a new address when a browser came without a valid one. */
  readonly tell: (line: string) => void;
  /** Absent: the clock of the machine, in milliseconds. */
  readonly now?: () => number;
}

interface PortalServers {
  /** Without path and key. */
  readonly origin: string;
  /** An address of the shell's page with a hash; of a private page it works once, and is to be shown at that place only. */
  newUrl(hash: string, place: KeyPlace): string;
  close(): Promise<void>;
}

/** The shell's page with the endpoint for its calls, an origin for the view in it, and another for views in panes. Needs the bundle of `npm run build`. */
export async function startPortalServers(options: PortalServersOptions): Promise<PortalServers> {
  const { port, settings, answerBatch, answerFaults, privacy, views = localPortalOutput } = options;
  const secret = createSecret();
  // Each server's pages name the other's address, so the pages are made when both are known.
  let shellOrigin = "";
  let frameOrigin = "";
  let paneOrigin = "";
  const access = privacy && createPageAccess(privacy.now ?? Date.now);
  const newUrl: PortalServers["newUrl"] = (hash, place) =>
    `${shellOrigin}/${access ? `?key=${access.newKey(place)}` : ""}${hash}`;
  const shellApp = pageServer(() => shellOrigin, views, { "cross-origin-opener-policy": "same-origin" });
  // For whatever client watches the process: it says nothing but that it runs.
  shellApp.get("/healthz", (_request, response) => void response.type("text").send("ok"));
  if (access && privacy) {
    const tell = () => privacy.tell(format(Access.reopened, keyMinutes, newUrl("", "terminal")));
    guard(shellApp, access, tell);
  }
  const path = access?.path ?? "/";
  shellApp.get(
    path,
    pageOf(async () =>
      shellPage({
        frameOrigin,
        paneOrigin,
        secret,
        ...(answerFaults ? { "has-faults": "true" } : {}),
        ...(await settings()),
      }),
    ),
  );
  const offer = (name: string, answer: AnswerBatch) =>
    shellApp.post(
      `${path}api/${name}`,
      express.text({ type: "application/json", limit: "16mb" }),
      batchEndpoint({ shellOrigin: () => shellOrigin, secret, answer }),
    );
  offer("batch", answerBatch);
  if (answerFaults) {
    offer("faults", answerFaults);
  }
  shellApp.use(plainErrors);
  const shell = await listenOnLoopback(shellApp, port);
  shellOrigin = shell.origin;
  const frames = await Promise.all([
    startFrameServer(shellOrigin, views),
    startFrameServer(shellOrigin, views),
  ]);
  [frameOrigin, paneOrigin] = [frames[0].origin, frames[1].origin];
  return {
    origin: shellOrigin,
    newUrl,
    close: async () => {
      await Promise.all([shell, ...frames].map((server) => server.close()));
    },
  };
}

/** The page of a view, at an origin of its own. */
async function startFrameServer(shellOrigin: string, views: string): Promise<LoopbackServer> {
  let origin = "";
  const app = pageServer(() => origin, views, {});
  app.get(
    "/",
    pageOf(() => Promise.resolve(framePage(shellOrigin))),
  );
  app.use(plainErrors);
  const server = await listenOnLoopback(app, 0);
  origin = server.origin;
  return server;
}

/** Exchanges keys at the root, and refuses everything below the page's path without the cookie. */
function guard(app: Express, access: PageAccess, tellNewUrl: () => void): void {
  const close: RequestHandler = (_request, response) => {
    if (!access.isShown()) {
      tellNewUrl();
    }
    const { html, headers } = closedPage();
    response.status(403).set(headers).send(html);
  };
  // Not for HEAD: a preview of an address must not use it up.
  app.get("/", (request, response, next) => {
    const cookie = request.method === "GET" ? access.redeem(request.query.key) : undefined;
    if (!cookie) {
      close(request, response, next);
      return;
    }
    const { html, headers } = entrancePage(access.path);
    response.cookie(cookie.name, cookie.value, cookie.options).set(headers).send(html);
  });
  app.use(access.path, (request, response, next) => {
    if (access.admits(request.headers.cookie)) {
      next();
    } else {
      close(request, response, next);
    }
  });
}

function pageServer(origin: () => string, views: string, headers: Readonly<Record<string, string>>): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use((_request, response, next) => {
    response.set({
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      ...headers,
    });
    next();
  });
  app.use(ownHostOnly(origin));
  app.use("/assets", express.static(views, { fallthrough: false }));
  return app;
}

function pageOf(page: () => Promise<Page>): RequestHandler {
  return async (_request, response) => {
    const { html, headers } = await page();
    response.set(headers).send(html);
  };
}
