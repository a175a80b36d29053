import type { Stats } from "@rspack/core";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import packageFile from "../../package.json";
import { localPortalConfig } from "./localPortal.config";
import { packageConfig } from "./package.config";
import { assetTermsOf, bundledPackages, noticesOf, type BundledPackage } from "./notices";
import { packageOutput, root } from "./outputs";
import { runBuild } from "./runBuild";

/** The parser of KQL, which looks for its files when it runs, and those that it needs. */
const parser = "@kusto/language-service-next";
const parserFiles = ["bridge.min.js", "Kusto.Language.Bridge.min.js", "package.json"];

/** Of the JSON report, for those who read it. */
const schema = "report.schema.json";

/** Packages whose files are copied into the views: the typeface and the icons. */
const copied = ["@fontsource-variable/open-sans", "@fluentui/font-icons-mdl2"];

/**
 * Makes the package of the program in `dist/package`, which needs no other package when it is installed, and its tarball beside that.
 * Resolves to the tarball's path. Rejects when a bundle fails, or when the license of a part is not known.
 */
export async function runPackage(): Promise<string> {
  const program = await runBuild(packageConfig());
  const views = localPortalConfig("production");
  const folder = path.join(packageOutput, "views");
  const viewStats = await runBuild({ ...views, devtool: false, output: { ...views.output, path: folder } });
  copyParser();
  const parts = bundledPackages([...modulesOf(program), ...modulesOf(viewStats)], [parser, ...copied]);
  write("package.json", `${JSON.stringify(packageManifest(), null, 2)}\n`);
  write("THIRD-PARTY-NOTICES.txt", noticesOf(parts));
  write("sbom.cdx.json", `${JSON.stringify(billOfMaterials(parts), null, 2)}\n`);
  for (const file of ["LICENSE", "CHANGELOG.md"]) {
    cpSync(path.join(root, file), path.join(packageOutput, file));
  }
  cpSync(path.join(root, "Extension/Program/PACKAGE.md"), path.join(packageOutput, "README.md"));
  cpSync(path.join(root, "Extension/Program/Report", schema), path.join(packageOutput, schema));
  for (const theme of ["light", "dark"]) {
    const picture = `dashboard-${theme}.webp`;
    cpSync(path.join(root, "Views/Dashboard", picture), path.join(packageOutput, picture));
  }
  const name = npm(["pack", "--silent", "--pack-destination", path.dirname(packageOutput)], packageOutput);
  return path.join(path.dirname(packageOutput), name.trim());
}

function write(name: string, text: string): void {
  writeFileSync(path.join(packageOutput, name), text);
}

function copyParser(): void {
  const to = path.join(packageOutput, "node_modules", parser);
  mkdirSync(to, { recursive: true });
  for (const file of parserFiles) {
    cpSync(path.join(root, "node_modules", parser, file), path.join(to, file));
  }
}

/** Paths of everything that went into a bundle. */
function modulesOf(stats: Stats): readonly string[] {
  const { modules = [] } = stats.toJson({
    all: false,
    modules: true,
    nestedModules: true,
    modulesSpace: Infinity,
    nestedModulesSpace: Infinity,
  });
  return modules
    .flatMap((module) => [module, ...(module.modules ?? [])])
    .flatMap(({ nameForCondition }) => (nameForCondition ? [nameForCondition] : []));
}

/** Everything is in the bundles, and so the package depends on nothing but what it brings along. */
function packageManifest() {
  const { name, version, description, license, engines } = packageFile;
  return {
    name,
    version,
    description,
    license,
    engines,
    bin: { [name]: "main.js" },
    dependencies: { [parser]: packageFile.devDependencies[parser] },
    bundleDependencies: [parser],
  };
}

interface Component {
  readonly purl?: string;
  readonly licenses?: readonly unknown[];
}

interface BillOfMaterials {
  readonly components: readonly Component[];
  readonly dependencies?: readonly unknown[];
}

/** npm's bill of materials (CycloneDX) of the lock file, and of that the parts that are in the bundles. */
function billOfMaterials(parts: readonly BundledPackage[]) {
  const json = npm(
    ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"],
    root,
  );
  const { dependencies: _, ...all } = JSON.parse(json) as BillOfMaterials; // npm's own.
  const wanted = new Set(parts.map(({ name, version }) => purlOf(name, version)));
  const components = all.components.filter(({ purl }) => purl !== undefined && wanted.has(purl));
  if (components.length !== wanted.size) {
    const found = new Set(components.map(({ purl }) => purl));
    throw new Error(`Not in the lock file: ${[...wanted].filter((one) => !found.has(one)).join(", ")}`);
  }
  const terms = new Map(
    parts.flatMap((part) => {
      const url = assetTermsOf(part);
      return url === undefined ? [] : [[purlOf(part.name, part.version), url] as const];
    }),
  );
  return { ...all, components: components.map((component) => withTerms(component, terms)) };
}

/** npm knows the license of the code only. */
function withTerms(component: Component, terms: ReadonlyMap<string, string>): Component {
  const url = terms.get(component.purl ?? "");
  const license = { name: "Terms of Fluent UI's fonts and icons", url };
  return url === undefined
    ? component
    : { ...component, licenses: [...(component.licenses ?? []), { license }] };
}

/** As npm writes package URLs: the `@` of a scope is escaped. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function npm(args: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new Error(`npm ${args[0] ?? ""} failed: ${stderr}`);
  }
  return stdout;
}
