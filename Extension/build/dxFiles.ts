import { Ajv } from "ajv";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import schema from "./dxSchema.json";

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/**
 * In what a `*.dx.json` breaks the public schema of such files, as far as `dxSchema.json` has it. Each problem names the place in
 * the file. Empty: nothing known forbids it.
 */
export function dxProblems(file: string, content: unknown): readonly string[] {
  if (validate(content)) {
    return [];
  }
  return (validate.errors ?? []).map(({ instancePath, message = "is wrong", params }) => {
    const named = [params.additionalProperty, params.propertyName].find((name) => typeof name === "string");
    return `${file}${instancePath}: ${message}${named === undefined ? "" : ` (${named})`}`;
  });
}

/** Folders that the portal's toolchain is given. */
const folders = ["Client", "Extension", "Views"];

/**
 * The `*.dx.json` of the sources, by their places. Throws with everything for which the portal's toolchain would refuse one, and with
 * what isn't ours to declare. `othersTypes`: resource types of other teams.
 */
export function readDxFiles(
  root: string,
  othersTypes: readonly string[],
): readonly (readonly [file: string, text: string])[] {
  const files = folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        path.posix.join(folder, file.replaceAll(path.sep, "/")),
      ),
    )
    .filter((file) => file.endsWith(".dx.json"))
    .map((file) => [file, readFileSync(path.join(root, file), "utf8")] as const);
  const problems = files.flatMap(([file, text]) => {
    const content = parsed(file, text);
    return [...dxProblems(file, content), ...ownershipProblems(file, content, othersTypes)];
  });
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
  return files;
}

interface Declared {
  readonly extension?: unknown;
  readonly assetType?: { readonly resourceType?: { readonly name?: unknown } | null } | null;
}

/** What the schema allows and must not be declared here all the same (facts: portal-sdk.md §10.1, §10.5). */
function ownershipProblems(
  file: string,
  content: unknown,
  othersTypes: readonly string[],
): readonly string[] {
  const declared = content as Declared | null; // Any JSON: each part may be missing, and is looked at as unknown.
  const extension = declared?.extension;
  const name = declared?.assetType?.resourceType?.name;
  const owned = othersTypes.find(
    (type) => typeof name === "string" && type.toLowerCase() === name.toLowerCase(),
  );
  const isExtension = extension !== undefined || path.posix.basename(file) === "extension.dx.json";
  return [
    ...(isExtension ? [`${file}: extension.config.json declares the extension, and no *.dx.json may`] : []),
    ...(owned === undefined
      ? []
      : [`${file}: the asset type ${owned} is another team's, which gets menu items as a fragment`]),
  ];
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} isn't JSON.`, { cause: error });
  }
}
