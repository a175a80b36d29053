import { randomBytes } from "node:crypto";
import { Access } from "./Access.resjson";

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface PagePlan {
  readonly title: string;
  /** Values that the page's script reads from meta elements. */
  readonly settings?: Readonly<Record<string, string>>;
  /** HTML; `{nonce}` stands for the nonce of its scripts and styles. */
  readonly body: string;
  readonly policy: Readonly<Record<string, string>>;
}

const common = {
  "default-src": "'none'",
  "font-src": "'self'",
  "img-src": "'self' data:",
  "base-uri": "'none'",
  "form-action": "'none'",
};

const application = { ...common, "script-src": "'self'" };

/** The portal's page: may call its own server and frame views, and may not be framed by any page. */
export function shellPage(
  settings: { readonly frameOrigin: string; readonly paneOrigin: string } & Readonly<Record<string, string>>,
): Page {
  const { frameOrigin, paneOrigin, ...others } = settings;
  return createPage({
    title: "Azure local portal",
    settings: { "frame-origin": frameOrigin, "pane-origin": paneOrigin, ...others },
    body: bundle("shell"),
    policy: {
      ...application,
      "connect-src": "'self'",
      "frame-src": `${frameOrigin} ${paneOrigin}`,
      "frame-ancestors": "'none'",
    },
  });
}

/** The page of a view: calls nothing by itself, and may be framed by the portal only. */
export function framePage(shellOrigin: string): Page {
  return createPage({
    title: "View",
    settings: { "shell-origin": shellOrigin },
    body: bundle("frame", `<main class="opening" aria-busy="true"><h1>${Access.loadingView}</h1></main>`),
    policy: { ...application, "connect-src": "'none'", "frame-ancestors": shellOrigin },
  });
}

/**
 * Goes on to the page by itself. A redirect would not do: the visit came from a file or from elsewhere, and a browser sends a
 * `SameSite=Strict` cookie only where its own site leads. `replace` leaves nothing in the history.
 */
export function entrancePage(path: string): Page {
  return createPage({
    title: Access.opening,
    body: `<main><a href="${escape(path)}">${Access.continue}</a></main>
<script nonce="{nonce}">location.replace(${JSON.stringify(path)} + location.hash)</script>`,
    policy: { ...common, "script-src": "'nonce-{nonce}'", "frame-ancestors": "'none'" },
  });
}

/** For visitors without a key or a cookie. */
export function closedPage(): Page {
  return createPage({
    title: Access.closedTitle,
    body: `<main>
<h1>${Access.closedTitle}</h1>
<p role="alert">${Access.closedText}</p>
</main>`,
    policy: { ...common, "frame-ancestors": "'none'" },
  });
}

/** A file that leads to an address, so that the address stands in no program's arguments. */
export function redirectFile(url: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${escape(url)}">
<title>${Access.opening}</title>
</head>
<body><p><a href="${escape(url)}">${Access.continue}</a></p></body>
</html>
`;
}

/** `before` is the page until the script has drawn its own. */
function bundle(entry: "shell" | "frame", before = ""): string {
  return `<div id="root">${before}</div>
<script nonce="{nonce}" src="/assets/${entry}.js"></script>`;
}

/** What has its place before the style sheet is there would move with it. */
const firstStyles = "body,h1{margin:0}";

function createPage({ title, settings = {}, body, policy }: PagePlan): Page {
  const nonce = randomBytes(16).toString("base64");
  const directives = { ...policy, "style-src": "'self' 'nonce-{nonce}'" };
  const meta = Object.entries(settings).map(
    ([name, value]) => `<meta name="${name}" content="${escape(value)}">\n`,
  );
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${meta.join("")}<style nonce="${nonce}">${firstStyles}</style>
<link rel="stylesheet" href="/assets/portal.css">
</head>
<body>
${body.replace("{nonce}", nonce)}
</body>
</html>
`,
    headers: {
      "cache-control": "no-store",
      "content-security-policy": Object.entries(directives)
        .map(([name, value]) => `${name} ${value.replace("{nonce}", nonce)}`)
        .join("; "),
      "content-type": "text/html; charset=utf-8",
    },
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
