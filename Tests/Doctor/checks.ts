import type { System } from "./system";

/** What one may want to do; `run` is what everybody does. */
export const purposes = ["run", "test", "conformance", "azure", "toolchain"] as const;

export type Purpose = (typeof purposes)[number];

export interface Finding {
  readonly purpose: Purpose;
  readonly what: string;
  readonly isThere: boolean;
  /** What was found or, where something is missing, what to do. Never a token, an account or the address of a feed. */
  readonly details: string;
}

/** Packages of Microsoft's private feed that build the extension. */
const privatePackages = ["@microsoft/azureportal-reactview", "@microsoft/azureportal-build"] as const;

/** Looks at everything, in the order of the purposes. */
export function examine(system: System): readonly Finding[] {
  return [
    node(system),
    dependencies(system),
    browser(system),
    specifications(system),
    azureCli(system),
    azureLogin(system),
    ...toolchain(system),
    portalBuild(system),
  ];
}

function node({ nodeVersion, read }: System): Finding {
  const { engines } = JSON.parse(read("package.json")) as { readonly engines: { readonly node: string } }; // Our own.
  const least = engines.node.replace(/[^\d.]/g, "");
  const isThere = isAtLeast(nodeVersion, least);
  const details = isThere ? nodeVersion : `This is ${nodeVersion}. Install Node ${least} or newer.`;
  return { purpose: "run", what: "Node", isThere, details };
}

/** Compares versions number by number. */
export function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [version, least].map((text) => text.split(".").map(Number));
  const difference = (want ?? []).map((number, at) => (have?.[at] ?? 0) - number).find((one) => one !== 0);
  return (difference ?? 0) >= 0;
}

function dependencies({ exists }: System): Finding {
  const isThere = exists("node_modules/.package-lock.json");
  return { purpose: "run", what: "Dependencies", isThere, details: isThere ? "installed" : "Run `npm ci`." };
}

function browser({ chromium }: System): Finding {
  const found = chromium();
  const details = found ?? "`npm test` installs one; or name one in CHROMIUM_PATH.";
  return { purpose: "test", what: "Chromium, Chrome or Edge", isThere: found !== undefined, details };
}

function specifications({ exists }: System): Finding {
  const isThere = exists("../shared/data/specification");
  const details = isThere
    ? "in ../shared/data"
    : "Put Microsoft's OpenAPI into ../shared/data/specification, or name another folder with --specs.";
  return { purpose: "conformance", what: "Microsoft's OpenAPI", isThere, details };
}

function azureCli({ run }: System): Finding {
  const isThere = run("az", "version") !== undefined;
  const details = isThere ? "installed" : "Install it: https://aka.ms/azure-cli";
  return { purpose: "azure", what: "Azure CLI", isThere, details };
}

function azureLogin({ run }: System): Finding {
  const isThere = run("az", "account", "show", "--output", "none") !== undefined;
  const details = isThere ? "signed in" : "Run `az login`.";
  return { purpose: "azure", what: "Azure sign-in", isThere, details };
}

/** A package is asked for only where a feed is configured: elsewhere anybody could have taken its name. */
function toolchain({ run, exists }: System): readonly Finding[] {
  const feed = feedIn(run("npm", "config", "get", "@microsoft:registry"));
  const feedDetails = {
    configured: "configured",
    missing:
      "Set @microsoft:registry to the feed AzurePortal in your own ~/.npmrc, never in this repository.",
    other: "@microsoft:registry is no Azure DevOps feed: whatever has these names there is not Microsoft's.",
  }[feed];
  const packages = privatePackages.map((name): Finding => {
    const version = feed === "configured" ? run("npm", "view", name, "version") : undefined;
    const notFound = "The feed does not have it, or does not let you in. Sign in to the feed.";
    const details = version ?? (feed === "configured" ? notFound : "Not asked for: there is no feed.");
    return { purpose: "toolchain", what: name, isThere: version !== undefined, details };
  });
  const hasTool = ["", ".cmd"].some((end) => exists(`node_modules/.bin/extension-build${end}`));
  return [
    { purpose: "toolchain", what: "Private feed", isThere: feed === "configured", details: feedDetails },
    ...packages,
    {
      purpose: "toolchain",
      what: "extension-build",
      isThere: hasTool,
      details: hasTool
        ? "installed"
        : "It comes with @microsoft/azureportal-build. See Extension/build/README.md.",
    },
  ];
}

function feedIn(registry: string | undefined): "configured" | "missing" | "other" {
  if (registry === undefined || !URL.canParse(registry)) {
    return "missing";
  }
  const isAzureDevOps = /^(?:pkgs\.dev\.azure\.com|[\w-]+\.pkgs\.visualstudio\.com)$/.test(
    new URL(registry).hostname,
  );
  return isAzureDevOps ? "configured" : "other";
}

function portalBuild({ exists }: System): Finding {
  const isThere = exists("dist/portal/extension.config.json");
  const details = isThere ? "in dist/portal" : "Run `npm run build:portal`.";
  return { purpose: "toolchain", what: "Portal build", isThere, details };
}

const titles: Readonly<Record<Purpose, string>> = {
  run: "To run the local portal (npm start)",
  test: "To run all tests (npm test)",
  conformance: "To compare with Microsoft's OpenAPI (npm run conformance)",
  azure: "To look at real clusters (az login)",
  toolchain: "To build with the portal's own toolchain",
};

/** The findings as they are printed, line by line. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  return purposes.flatMap((purpose) => [
    titles[purpose],
    ...findings
      .filter((finding) => finding.purpose === purpose)
      .map(({ what, isThere, details }) => `  ${isThere ? "ok     " : "missing"}  ${what}: ${details}`),
  ]);
}

/** Whether everything is there for what one wants to do. Whatever that is, the local portal has to run. */
export function isReady(findings: readonly Finding[], wanted: readonly Purpose[]): boolean {
  return findings.every(
    ({ purpose, isThere }) => isThere || !(purpose === "run" || wanted.includes(purpose)),
  );
}

export function isPurpose(text: string): text is Purpose {
  return (purposes as readonly string[]).includes(text);
}
