import known from "./portalModules.json";

/** Exports of each module of the portal's SDK, with the marks of what proves them. */
const sdkModules: Readonly<Record<string, Readonly<Record<string, string>>>> = known.modules;

/** A library that the portal gives to every view; whatever it exports may be used. */
interface PlatformModule {
  readonly version: string;
  readonly amdName: string;
  /** For messages. */
  readonly title?: string;
  /** What names with and without a major version begin with; absent: no version was seen in its name. */
  readonly amdStem?: string;
  /** The major version that the runtime takes the name without a number for. */
  readonly bareMajor?: number;
}

const platformModules: Readonly<Record<string, PlatformModule>> = known.platform;

/** A library whose AMD names have versions. */
interface VersionedLibrary {
  readonly stem: string;
  readonly title: string;
  readonly bareMajor: number;
  /** The major version that the views are written for. */
  readonly wanted: number;
}

export const versionedLibraries: readonly VersionedLibrary[] = Object.values(platformModules).flatMap(
  ({ version, amdStem: stem, bareMajor, title = stem }) =>
    stem === undefined || bareMajor === undefined || title === undefined
      ? []
      : [{ stem, title, bareMajor, wanted: Number.parseInt(version, 10) }],
);

const sdkPackage = "@microsoft/azureportal-reactview";

/** Whether the portal gives the module to a view, so that it must not be bundled. Unknown modules of the SDK are among them. */
export function isExternal(request: string): boolean {
  return request in platformModules || request === sdkPackage || request.startsWith(`${sdkPackage}/`);
}

/** The name by which a module asks the portal's loader for what it imports: libraries have names with versions. */
export function amdName(request: string): string {
  return platformModules[request]?.amdName ?? request;
}

/** The library of the portal that has this AMD name, as sources name it; `undefined`: none has it. */
export function platformModule(name: string): string | undefined {
  return Object.keys(platformModules).find((request) => amdName(request) === name);
}

/** What is wrong with using exports of a module of the portal, by its AMD name; empty: all of them are known. */
export function problemsOfModule(request: string, exports: readonly string[]): readonly string[] {
  if (platformModule(request) !== undefined) {
    return [];
  }
  const proven = sdkModules[request];
  return proven
    ? exports.filter((name) => !(name in proven)).map((name) => `${request} is not known to export ${name}`)
    : [`${request} is not known to be a module of the portal`];
}

/** Names of the modules of the SDK. */
export const sdkModuleNames: readonly string[] = Object.keys(sdkModules);

/** Names of what a module of the SDK is known to export; empty for other modules. */
export function exportsOf(request: string): readonly string[] {
  return Object.keys(sdkModules[request] ?? {});
}
