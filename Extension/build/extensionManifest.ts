import { readFileSync } from "node:fs";
import path from "node:path";

/** ExtensionManifest.json, as its schema has it. */
export interface ExtensionManifest {
  readonly name: string;
  /** The file with the texts. What is called a text below is a key of it. */
  readonly stringSource: string;
  /** A text. */
  readonly displayName: string;
  readonly views: readonly ManifestView[];
  readonly menuItems: readonly ManifestMenuItem[];
}

export interface ManifestView {
  /** With its suffix: `SecurityDashboard.ReactView`. */
  readonly name: string;
  readonly entry: string;
  readonly dataFetcher?: string;
  readonly parameters: Readonly<Record<string, ManifestParameter>>;
  readonly export: boolean;
  readonly contextPaneWidth?: string;
}

interface ManifestParameter {
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

export interface ManifestMenuItem {
  readonly assetType: string;
  readonly group: string;
  readonly after: string;
  readonly id: string;
  /** A text. */
  readonly displayName: string;
  readonly icon: string;
  /** A text. */
  readonly keywords: string;
  readonly blade: { readonly name: string; readonly parameters: Readonly<Record<string, string>> };
}

/** Reads the manifest of a folder. That it is as its schema says is proven by `Tests/Architecture/manifest.test.ts`. */
export function readManifest(root: string): ExtensionManifest {
  return JSON.parse(readFileSync(path.join(root, "ExtensionManifest.json"), "utf8")) as ExtensionManifest;
}
