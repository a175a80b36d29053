import { Ajv } from "ajv";
import type {
  ExtensionManifest,
  ManifestMenuItem,
  ManifestView,
} from "../../Extension/build/extensionManifest";
import {
  exportedParameters,
  viewSyntax,
  type Parameters,
  type ViewSyntax,
} from "../../Extension/build/viewSyntax";
import schema from "../../ExtensionManifest.schema.json";

export interface Tree {
  /** All files of the repository, from its root. */
  readonly files: readonly string[];
  read(file: string): string;
  /** Keys of the manifest's texts. */
  readonly texts: readonly string[];
  /** Views that the local portal can load. */
  readonly loadable: readonly string[];
}

const validate = new Ajv({ allErrors: true }).compile<ExtensionManifest>(schema);

/** Everything in which a manifest is not as its schema says, or says what the source does not. */
export function manifestProblems(manifest: unknown, tree: Tree): readonly string[] {
  if (!validate(manifest)) {
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? "is wrong"}`,
    );
  }
  return [
    ...repeated(manifest.views.map(({ name }) => name)),
    ...repeated(manifest.menuItems.map(({ id }) => id)),
    ...manifest.views.flatMap((view) => viewProblems(view, tree)),
    ...strayFiles(manifest, tree),
    ...manifest.menuItems.flatMap((item) => menuProblems(item, manifest)),
    ...textProblems(manifest, tree),
    ...namedViews(manifest, tree),
  ];
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is there twice`);
}

function viewProblems(view: ManifestView, tree: Tree): readonly string[] {
  const { name, entry, dataFetcher } = view;
  const misplaced = entry === `Views/${name}.tsx` ? [] : [`${name}: the entry must be Views/${name}.tsx`];
  if (!tree.files.includes(entry)) {
    return [...misplaced, `${name}: there is no ${entry}`];
  }
  const syntax = viewSyntax(entry, tree.read(entry));
  return [
    ...misplaced,
    ...syntax.problems.map((problem) => `${entry}: ${problem}`),
    ...declarationProblems(view, syntax),
    ...(dataFetcher === undefined ? [] : fetcherProblems(view, dataFetcher, tree)),
    ...(tree.loadable.includes(name) ? [] : [`${name}: the local portal cannot load it`]),
  ];
}

function declarationProblems(view: ManifestView, declaration: ViewSyntax): readonly string[] {
  const { name, contextPaneWidth } = view;
  const isExported = declaration.wrappers.includes("withForExport");
  const width = declaration.wrapperArguments.withContextPaneWidth?.[0];
  const wanted = contextPaneWidth === undefined ? undefined : `ContextPaneWidth.${contextPaneWidth}`;
  return [
    ...(isExported === view.export
      ? []
      : [`${name}: 'export' is ${view.export}, withForExport says otherwise`]),
    ...(width === wanted ? [] : [`${name}: contextPaneWidth is not what withContextPaneWidth says`]),
    ...parameterProblems(name, view, declaration.parameters),
  ];
}

function parameterProblems(
  where: string,
  { parameters }: ManifestView,
  declared: Parameters | undefined,
): readonly string[] {
  if (!declared) {
    return [`${where}: the parameters are no inline type or plain interface`];
  }
  const said = Object.entries(parameters);
  return [
    ...said.flatMap(([name, { type, required }]) => {
      const found = declared[name];
      return found?.type === type && found.required === required
        ? []
        : [`${where}: the parameter ${name} is declared otherwise`];
    }),
    ...Object.keys(declared)
      .filter((name) => !(name in parameters))
      .map((name) => `${where}: the manifest has no parameter ${name}`),
  ];
}

function fetcherProblems(view: ManifestView, dataFetcher: string, tree: Tree): readonly string[] {
  if (!tree.files.includes(dataFetcher)) {
    return [`${view.name}: there is no ${dataFetcher}`];
  }
  const declared = exportedParameters(dataFetcher, tree.read(dataFetcher), "fetchData");
  return parameterProblems(dataFetcher, view, declared);
}

function strayFiles({ views }: ExtensionManifest, { files }: Tree): readonly string[] {
  const named = views.flatMap(({ entry, dataFetcher }) => [entry, dataFetcher]);
  return files
    .filter((file) => /\.(?:ReactView\.tsx|DataFetcher\.ts)$/.test(file) && !named.includes(file))
    .map((file) => `${file} is not in the manifest`);
}

function menuProblems({ id, blade }: ManifestMenuItem, { views }: ExtensionManifest): readonly string[] {
  const view = views.find(({ name }) => name === blade.name);
  if (!view) {
    return [`${id}: there is no view ${blade.name}`];
  }
  const taken = Object.entries(view.parameters);
  const given = Object.entries(blade.parameters);
  return [
    ...taken
      .filter(([name, { required }]) => required && !(name in blade.parameters))
      .map(([name]) => `${id}: ${blade.name} needs the parameter ${name}`),
    ...given
      .filter(([name]) => !(name in view.parameters))
      .map(([name]) => `${id}: ${blade.name} takes no parameter ${name}`),
    ...given
      .filter(([, value]) => value.replace("{resourceId}", "").includes("{"))
      .map(([name, value]) => `${id}: the portal puts nothing for ${value} in ${name}`),
  ];
}

function textProblems(
  { displayName, menuItems, stringSource }: ExtensionManifest,
  tree: Tree,
): readonly string[] {
  const used = [displayName, ...menuItems.flatMap((item) => [item.displayName, item.keywords])];
  return [
    ...(tree.files.includes(stringSource) ? [] : [`there is no ${stringSource}`]),
    ...used.filter((key) => !tree.texts.includes(key)).map((key) => `there is no text ${key}`),
    ...tree.texts.filter((key) => !used.includes(key)).map((key) => `nothing shows the text ${key}`),
  ];
}

/** Blades of the portal's own extensions, which the source opens by their names. */
const foreignViews: readonly string[] = ["Logs.ReactView"];

/** Views that the source opens by name. */
function namedViews({ views }: ExtensionManifest, { files, read }: Tree): readonly string[] {
  const names = views.map(({ name }) => name);
  return files
    .filter((file) => /^(?:Client|Views|Extension)\/.*\.tsx?$/.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/["'](\w+\.ReactView)["']/g)].map(([, name = ""]) => [file, name] as const),
    )
    .filter(([, name]) => !names.includes(name) && !foreignViews.includes(name))
    .map(([file, name]) => `${file} names ${name}, which the manifest does not have`);
}
