import type { Certificate } from "./certificate";
import { route } from "./portalAddress";
import { commandLine, distrustCommand, trustCommand } from "./trust";

export interface GuideFacts {
  readonly port: number;
  readonly extensionUrl: string;
  /** `undefined`: no cluster was named. */
  readonly viewUrl: string | undefined;
  readonly certificate: Pick<Certificate, "file">;
  /** What became of having the certificate trusted; `failed` says why it was not. */
  readonly trust: "notAsked" | { readonly failed: string | undefined };
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** What the terminal says: where everything is, and what the portal will ask. */
export function guide(facts: GuideFacts): string {
  const { port, extensionUrl, viewUrl } = facts;
  return [
    `Serving the portal build on https://localhost:${port}/${route}`,
    "",
    ...trustLines(facts),
    "",
    "The portal with this extension:",
    `  ${extensionUrl}`,
    ...(viewUrl === undefined
      ? ["For a view of it name a cluster: npm run sideload -- --cluster <ARM id>"]
      : ["One view of it:", `  ${viewUrl}`]),
    "",
    "The portal asks whether to load untrusted extensions: choose Allow. The browser may ask whether the portal may reach",
    "devices on the local network: allow that too. The name must be that of a registered extension; only Microsoft registers",
    'them, and the page that the portal loads first comes from its private toolchain (README, "Sideloading").',
    "Stop with Ctrl+C.",
  ].join("\n");
}

function trustLines({ trust, certificate, platform, home }: GuideFacts): readonly string[] {
  const command = commandLine(trustCommand(platform, certificate.file, home));
  const undo = commandLine(distrustCommand(platform, certificate.file, home));
  if (trust === "notAsked") {
    return [
      `Certificate: ${certificate.file}`,
      "Your browser does not trust it yet. --trust has it trusted, which runs:",
      `  ${command}`,
    ];
  }
  return trust.failed === undefined
    ? ["The certificate is trusted now. To take that back:", `  ${undo}`]
    : [`The certificate could not be trusted: ${trust.failed}`, "The command was:", `  ${command}`];
}
