import type { Check, Examination, Task } from "../../Extension/Doctor/doctor";
import { machineChecks, machineTasks } from "../../Extension/Doctor/machineChecks";
import type { System } from "./system";

/** What someone who works on the product may want to do, besides running it. */
export const developerTasks: readonly Task[] = [
  ...machineTasks,
  { name: "test", title: "To run all tests (npm test)" },
  { name: "conformance", title: "To compare with Microsoft's OpenAPI (npm run conformance)" },
  { name: "toolchain", title: "To build with the portal's own toolchain" },
];

/** Packages of Microsoft's private feed that build the extension. */
const privatePackages = ["@microsoft/azureportal-reactview", "@microsoft/azureportal-build"] as const;

/** Looks at everything. */
export function examineRepository(system: System): Examination {
  return {
    tasks: developerTasks,
    checks: [
      ...machineChecks(system),
      dependencies(system),
      browser(system),
      specifications(system),
      ...toolchain(system),
      portalBuild(system),
    ],
    start: (wanted) =>
      wanted.includes("azure") ? "Run `npm start -- --pick --read-only`." : "Run `npm start`.",
  };
}

function dependencies({ exists }: System): Check {
  const isThere = exists("node_modules/.package-lock.json");
  return { task: "run", what: "Dependencies", isThere, details: isThere ? "installed" : "Run `npm ci`." };
}

function browser({ chromium }: System): Check {
  const found = chromium();
  const details = found ?? "`npm test` installs one; or name one in CHROMIUM_PATH.";
  return { task: "test", what: "Chromium, Chrome or Edge", isThere: found !== undefined, details };
}

function specifications({ exists }: System): Check {
  const isThere = exists("../shared/data/specification");
  const details = isThere
    ? "in ../shared/data"
    : "Put Microsoft's OpenAPI into ../shared/data/specification, or name another folder with --specs.";
  return { task: "conformance", what: "Microsoft's OpenAPI", isThere, details };
}

/** A package is asked for only where a feed is configured: elsewhere anyone could have taken its name. */
function toolchain({ run, exists }: System): readonly Check[] {
  const feed = feedIn(run("npm", "config", "get", "@microsoft:registry"));
  const feedDetails = {
    configured: "configured",
    missing:
      "Set @microsoft:registry to the feed AzurePortal in your own ~/.npmrc, never in this repository.",
    other: "@microsoft:registry is no Azure DevOps feed: whatever has these names there is not Microsoft's.",
  }[feed];
  const packages = privatePackages.map((name): Check => {
    const version = feed === "configured" ? run("npm", "view", name, "version") : undefined;
    const notFound = "The feed does not have it, or does not let you in. Sign in to the feed.";
    const details = version ?? (feed === "configured" ? notFound : "Not asked for: there is no feed.");
    return { task: "toolchain", what: name, isThere: version !== undefined, details };
  });
  const hasTool = ["", ".cmd"].some((end) => exists(`node_modules/.bin/extension-build${end}`));
  return [
    { task: "toolchain", what: "Private feed", isThere: feed === "configured", details: feedDetails },
    ...packages,
    {
      task: "toolchain",
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

function portalBuild({ exists }: System): Check {
  const isThere = exists("dist/portal/extension.config.json");
  const details = isThere ? "in dist/portal" : "Run `npm run build:portal`.";
  return { task: "toolchain", what: "Portal build", isThere, details };
}
