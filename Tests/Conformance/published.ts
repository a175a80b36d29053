import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A folder of Microsoft's OpenAPI, in the layout of Azure/azure-rest-api-specs, perhaps with examples beside it. */
export interface Published {
  /** Where `<service>/resource-manager/<provider>/…` lies. */
  readonly specification: string;
  readonly examples: readonly PublishedExample[];
}

export interface PublishedExample {
  /** From the provider on: `Microsoft.Security/2021-11-01/Alerts/GetAlert_example.json`. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** By status code. */
  readonly responses: Readonly<Record<string, ExampleResponse>>;
}

export interface ExampleResponse {
  /** JSON; `undefined` where there is none. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a folder, which has `specification` and perhaps `examples` in it. Throws, saying so, when it does not. */
export function openPublished(folder: string): Published {
  const specification = path.join(folder, "specification");
  if (!existsSync(specification)) {
    throw new Error(`There is no folder 'specification' in ${folder}.`);
  }
  const examples = path.join(folder, "examples");
  return { specification, examples: existsSync(examples) ? readExamples(examples) : [] };
}

/** A file of OpenAPI, and what its place says of it. */
export interface SpecificationFile {
  /** From `specification` on, with slashes. */
  readonly file: string;
  readonly provider: string;
  readonly version: string;
}

/** The files that describe the operations of a provider; those of examples and of common types are not among them. */
export function filesOf({ specification }: Published, provider: string): readonly SpecificationFile[] {
  return readdirSync(specification)
    .map((service) => `${service}/resource-manager/${provider}`)
    .filter((folder) => existsSync(path.join(specification, folder)))
    .flatMap((folder) => {
      const files = readdirSync(path.join(specification, folder), { recursive: true, encoding: "utf8" });
      return files.flatMap((name) => {
        const file = `${folder}/${name.split(path.sep).join("/")}`;
        const version = /\/(?:stable|preview)\/([^/]+)\/[^/]+\.json$/.exec(file)?.[1];
        return version === undefined ? [] : [{ file, provider, version }];
      });
    });
}

function readExamples(folder: string): readonly PublishedExample[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const { parameters = {}, responses = {} } = JSON.parse(
        readFileSync(path.join(folder, file), "utf8"),
      ) as Partial<PublishedExample>; // The form of examples, `x-ms-examples`.
      return { name: file.split(path.sep).join("/"), parameters, responses };
    });
}
