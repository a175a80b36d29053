/**
 * The portal around a view, for the modules of `npm run build:portal`: RequireJS is on the page, React, Fluent and the portal's
 * SDK are registered under the portal's names, and `window.portalFrame` shows a view.
 */
import { reactDoms } from "./fluentSettings";
import { ThemeProvider, initializeIcons } from "@fluentui/react";
import * as Fluent from "@fluentui/react";
import React, { type ComponentType } from "react";
import ReactDom from "react-dom";
import { themes } from "../../../Extension/Theme/themes";
import { typefaceLoaded } from "../../../Extension/Theme/configureFluent";
import * as Ajax from "../../../Extension/PortalSdk/Ajax";
import * as Az from "../../../Extension/PortalSdk/Az";
import * as DataCache from "../../../Extension/PortalSdk/DataCache";
import * as Environment from "../../../Extension/PortalSdk/Environment";
import * as Navigation from "../../../Extension/PortalSdk/Navigation";
import * as PersistentStorage from "../../../Extension/PortalSdk/PersistentStorage";
import { connectPortal } from "../../../Extension/PortalSdk/portalConnection";
import type { PortalHost, WireResponse } from "../../../Extension/PortalSdk/portalHost";
import * as ReactView from "../../../Extension/PortalSdk/ReactView";
import * as ResourceManagement from "../../../Extension/PortalSdk/ResourceManagement";
import { exportsOf } from "../../../Extension/build/portalModules";
import { watchLinks } from "../../../Extension/LocalPortal/Frame/watchLinks";
import { strictModule } from "./strictModule";

interface Loader {
  (
    names: readonly string[],
    onLoaded: (...modules: unknown[]) => void,
    onError: (error: unknown) => void,
  ): void;
  config(options: object): void;
}

interface LoaderWindow {
  readonly requirejs: Loader;
  define(name: string, dependencies: readonly string[], make: () => unknown): void;
  portalFrame?: PortalFrame;
}

export interface PortalFrame {
  /** Everything that a view did and the portal does not allow. */
  readonly problems: string[];
  /** What the view has told the portal: `viewReady`, and titles of notifications. */
  readonly told: string[];
  /** Copies of React DOM on the page: each says so to React's developer tools. */
  readonly reactDoms: readonly unknown[];
  /** Versions of Fluent on the page: each copy says so when it's loaded. */
  readonly fluents: readonly string[];
  /**
   * Asks an extension for its environment, as the portal does, and takes what it answers: values for `window.environment` and
   * `window.features`, and where modules are. Resolves to its version; rejects when the answer isn't of that kind.
   */
  start(endpoint: string, language: string): Promise<string>;
  /** Loads modules by name; rejects, and notes it, when one or what it needs is not there. */
  load(...names: readonly string[]): Promise<readonly unknown[]>;
  /** Shows a view as the portal does: its data fetcher first, then the view with its parameters. */
  show(
    view: string,
    fetcher: string | undefined,
    parameters: Readonly<Record<string, string>>,
  ): Promise<void>;
}

const loader = window as unknown as LoaderWindow; // RequireJS was loaded before this script.
const problems: string[] = [];
const told: string[] = [];

const package_ = "@microsoft/azureportal-reactview";
const standIns: Readonly<Record<string, object>> = {
  Ajax,
  Az,
  DataCache,
  Environment,
  Navigation,
  PersistentStorage,
  ReactView,
  ResourceManagement,
};

for (const [name, standIn] of Object.entries(standIns)) {
  const module = `${package_}/${name}`;
  const strict = strictModule(module, standIn, exportsOf(module), (problem) => problems.push(problem));
  loader.define(module, [], () => strict);
}
loader.define("react17", [], () => React);
loader.define("react-dom17", [], () => ReactDom);
loader.define("@fluentui8/react", [], () => Fluent);
// The plugin of the portal's loader: what follows its name is a name with a version.
loader.define("portalalias", [], () => ({
  load: (name: string, require: Loader, onLoad: (module: unknown) => void) =>
    require([name], onLoad, (error) => problems.push(String(error))),
}));
// Names without a version mean the oldest one in the portal. The page has none of these; a module that asks for one gets its version only.
const oldest = { react: "16.14.0", "react-dom": "16.14.0", "@fluentui/react": "7.204.1" };
for (const [name, version] of Object.entries(oldest)) {
  loader.define(name, [], () => {
    problems.push(`${name} is version ${version} in the portal`);
    return strictModule(name, { version }, ["version"], (problem) => problems.push(problem));
  });
}

window.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  problems.push(`the page's policy forbids ${blockedURI} (${violatedDirective})`);
});

// As its runtime logs them.
watchLinks(document, (href) => problems.push(`sanitizeLink has not given the link ${href}`));

/** Sends batches to the server of the page; everything else is noted, or not part of what is tested here. */
const host: Partial<PortalHost> = {
  async batch(requests) {
    const response = await fetch("/api/batch", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ requests }),
    });
    const { responses } = (await response.json()) as { readonly responses: readonly WireResponse[] }; // The emulator's batch.
    return responses;
  },
  viewReady: () => note("viewReady"),
  setTitle: (title) => note(title),
  notify: (_, { description }) => note(description),
  readSettings: () => Promise.resolve({}),
  changeSettings: () => Promise.resolve(),
  getUserInfo: () =>
    Promise.resolve({
      email: "ada@contoso.com",
      objectId: "1",
      directoryId: "2",
      givenName: "Ada",
      surname: "L",
    }),
  openContextPane: () => Promise.resolve("pane"),
  whenClosed: () => new Promise(() => undefined),
  sanitizeLink: (href) => Promise.resolve(verifiedLink(href)),
  guardClose: () => Promise.resolve(),
};
connectPortal(host as PortalHost); // A view that asks for more fails, and so does its test.

/** A page of the portal stands before links to hosts that it doesn't know (how-to-link-to-external-domains [D]). */
function verifiedLink(href: string): string {
  return `https://portal.azure.com/verifyLink?href=${encodeURIComponent(href)}&id=AksSecurityDashboard`;
}

function note(what: string): Promise<void> {
  told.push(what);
  return Promise.resolve();
}

async function start(endpoint: string, language: string): Promise<string> {
  const query = new URLSearchParams({
    ...{ environmentjson: "true", extensionName: "AksSecurityDashboard", l: language },
    trustedAuthority: "portal.azure.com",
  });
  const response = await fetch(`${endpoint}/?${query.toString()}`);
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !type.startsWith("application/json")) {
    throw new Error(`The endpoint answers ${response.status}, ${type}: ${await response.text()}`);
  }
  const document = (await response.json()) as Readonly<Record<string, unknown>>; // Checked below.
  const { pageVersion, requireConfig, bundles, extras: _, ...environment } = document;
  if (typeof pageVersion !== "string" || !isObject(requireConfig) || !isObject(bundles)) {
    throw new Error("The environment document has no pageVersion, no requireConfig, or no bundles.");
  }
  Object.assign(window, { environment, features: environment.features ?? {} });
  loader.requirejs.config({ paths: pathsOf(bundles) });
  return pageVersion;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Only from what public readers of such documents look for: the modules of each bundle, by its address. */
function pathsOf(bundles: object): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(bundles).flatMap(([address, modules]: [string, object]) =>
      Object.keys(modules).map((module) => [module, [address, `https:${address}`]]),
    ),
  );
}

function load(...names: readonly string[]): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    loader.requirejs(
      names,
      (...modules) => resolve(modules),
      (error) => {
        const message = error instanceof Error ? error.message : String(error);
        problems.push(message);
        reject(new Error(message));
      },
    );
  });
}

type View = ComponentType<{ readonly parameters: object; readonly closeView: () => void }>;
type Fetcher = (props: { readonly parameters: object }) => Promise<void>;

async function show(view: string, fetcher: string | undefined, parameters: object): Promise<void> {
  initializeIcons("/assets/fonts/");
  await typefaceLoaded();
  if (fetcher !== undefined) {
    const [{ fetchData }] = (await load(fetcher)) as [{ readonly fetchData: Fetcher }]; // As its source exports it.
    await fetchData({ parameters });
  }
  const [module] = (await load(view)) as [{ readonly default: View }]; // A view is a default export.
  const { default: Shown } = module;
  ReactDom.render(
    <ThemeProvider theme={themes.light} applyTo="body">
      <Shown parameters={parameters} closeView={() => undefined} />
    </ThemeProvider>,
    document.getElementById("root"),
  );
}

const { __packages__: packages = {} } = window as {
  readonly __packages__?: Record<string, readonly string[]>;
};
const fluents = packages["@fluentui/react"] ?? [];

loader.portalFrame = { problems, told, reactDoms, fluents, start, load, show };
