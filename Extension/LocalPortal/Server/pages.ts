import { randomBytes } from "node:crypto";

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface PagePlan {
  readonly title: string;
  /** Entry of the bundle. */
  readonly script: "shell" | "frame";
  /** Values that the page's script reads from meta elements. */
  readonly settings: Readonly<Record<string, string>>;
  readonly policy: Readonly<Record<string, string>>;
}

const common = {
  "default-src": "'none'",
  "script-src": "'self'",
  "font-src": "'self'",
  "img-src": "'self' data:",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** The portal's page: may call its own server and frame views, and may itself be framed by nobody. */
export function shellPage(
  settings: { readonly frameOrigin: string } & Readonly<Record<string, string>>,
): Page {
  const { frameOrigin, ...others } = settings;
  return createPage({
    title: "Azure local portal",
    script: "shell",
    settings: { "frame-origin": frameOrigin, ...others },
    policy: { ...common, "connect-src": "'self'", "frame-src": frameOrigin, "frame-ancestors": "'none'" },
  });
}

/** The page of a view: calls nothing by itself, and may be framed by the portal only. */
export function framePage(shellOrigin: string): Page {
  return createPage({
    title: "View",
    script: "frame",
    settings: { "shell-origin": shellOrigin },
    policy: { ...common, "connect-src": "'none'", "frame-ancestors": shellOrigin },
  });
}

function createPage({ title, script, settings, policy }: PagePlan): Page {
  const nonce = randomBytes(16).toString("base64");
  const directives = { ...policy, "style-src": `'self' 'nonce-${nonce}'` };
  const meta = Object.entries(settings).map(
    ([name, value]) => `<meta name="${name}" content="${escape(value)}">`,
  );
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${meta.join("\n")}
<link rel="stylesheet" href="/assets/portal.css">
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="/assets/${script}.js"></script>
</body>
</html>
`,
    headers: {
      "cache-control": "no-store",
      "content-security-policy": Object.entries(directives)
        .map(([name, value]) => `${name} ${value}`)
        .join("; "),
      "content-type": "text/html; charset=utf-8",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
