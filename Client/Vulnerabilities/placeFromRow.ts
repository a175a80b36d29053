import {
  oneTextOf,
  property,
  recordOf,
  structureOf,
  textOf,
  textsInside,
  type JsonRecord,
} from "../Core/json";
import { kubernetesKind } from "../Core/kubernetesKind";
import type { ContainerImage, ContainerPlace } from "./vulnerability";
import { containerIdParts } from "./containerId";
import { placeSources, poolColumn, type PlaceColumn } from "./placeSources";

/** A container and where it runs; empty texts are not reported, or reported in ways that contradict each other. */
interface NamedPlace {
  readonly container: string;
  readonly place: ContainerPlace;
}

/**
 * Reads where a container runs from the columns of {@link placeSources}, in their order, and last from its id. A column may
 * hold what several rows say: where these disagree, the next source decides.
 */
export function placeFromRow(id: string, row: JsonRecord): NamedPlace {
  const sources = placeSources.map(({ column }) => recordsIn(row, column));
  const first = (...names: readonly string[]) =>
    sources
      .map((records) => agreed(records, (record) => readText(record, names)))
      .find((text) => text !== "");
  const lastSegment = id.split("/").at(-1) ?? id;
  const known = {
    namespace: first("namespace"),
    pod: first("podName", "podNamePattern", "pod"),
    container: first("containerName") ?? containerNamed(row, lastSegment),
  };
  const fromId = containerIdParts(lastSegment, known);
  const { kind, name } = controllerIn(sources);
  return {
    container: known.container ?? fromId.container ?? "",
    place: {
      namespace: known.namespace ?? fromId.namespace ?? "",
      pod: known.pod ?? fromId.pod ?? "",
      controllerKind: kubernetesKind(kind.trim()) ?? kind,
      controllerName: name,
      image: imageIn(sources),
    },
  };
}

/** Name of the node pool that machines say they belong to; `undefined` when they do not, or are of another cluster. */
export function poolFromRow(clusterId: string, row: JsonRecord): string | undefined {
  const ours = recordsIn(row, poolColumn.column).filter((record) => {
    const cluster = oneTextOf(property(record, "managedAggregateResourceId"));
    return cluster === undefined || cluster.toLowerCase() === clusterId.toLowerCase();
  });
  return agreed(ours, (record) => readText(record, ["managedPoolName"])) || undefined;
}

/** `resourceDetails.ResourceName` is the container; where it only repeats the id it says nothing. */
function containerNamed(row: JsonRecord, lastSegment: string): string | undefined {
  const [name, ...others] = valuesIn(row, "resourceName").flatMap((value) => textOf(value) ?? []);
  return others.length > 0 || name?.toLowerCase() === lastSegment.toLowerCase() ? undefined : name;
}

/** Kind and name belong together: both are of the first source that has either. */
function controllerIn(sources: readonly (readonly JsonRecord[])[]) {
  const found = sources.map((records) => ({
    kind: agreed(records, (record) => readText(record, ["controllerKind", "controllerType"])),
    name: agreed(records, (record) => readText(record, ["controllerName"])),
  }));
  return found.find(({ kind, name }) => kind !== "" || name !== "") ?? { kind: "", name: "" };
}

/**
 * Reference and digest are of the same source, so that the digest is that of the image. Where that source has no tag, another
 * one that knows the same digest may.
 */
function imageIn(sources: readonly (readonly JsonRecord[])[]): ContainerImage {
  const images = sources.map((records) => ({
    reference: agreed(records, (record) => imageOf(record).reference),
    digest: agreed(records, (record) => imageOf(record).digest ?? "") || undefined,
  }));
  const best = images.find(({ reference, digest }) => reference !== "" || digest !== undefined);
  const tagged = images.find(
    ({ reference, digest }) =>
      digest !== undefined && digest === best?.digest && reference.startsWith(`${best.reference}:`),
  );
  return tagged ?? best ?? { reference: "", digest: undefined };
}

const digestForm = /^(.*?)@?(sha(?:256|512):[0-9a-f]+)$/i;

/** The URI where it is given, else registry and repository; the digest in a URI is no part of its name. */
function imageOf(record: JsonRecord): ContainerImage {
  const uri = readText(record, ["imageUri", "image"]);
  const repository = recordOf(structureOf(property(record, "repositoryDetails")));
  const parts = [record, repository].map((from) =>
    [readText(from, ["registryHost"]), readText(from, ["repositoryName", "repo"])].filter(
      (part) => part !== "",
    ),
  );
  const named = uri || (parts.find((words) => words.length > 0)?.join("/") ?? "");
  const [, name = named, inName = ""] = digestForm.exec(named) ?? [];
  const said = new Set([readText(record, ["digest", "imageDigest"]), inName].filter((text) => text !== ""));
  return {
    reference: withTag(name, textsInside(property(record, "tags"))),
    digest: said.size === 1 ? [...said][0] : undefined,
  };
}

/** Of several tags none is known to be the one in use. */
function withTag(name: string, [tag, ...otherTags]: readonly string[]): string {
  const isTagged = /:[^:/]*$/.test(name);
  return name !== "" && !isTagged && tag !== undefined && otherTags.length === 0 ? `${name}:${tag}` : name;
}

function readText(record: JsonRecord, names: readonly string[]): string {
  return names.map((name) => oneTextOf(property(record, name))).find((text) => text !== undefined) ?? "";
}

/** What all records say that say anything; empty when they disagree. */
function agreed(records: readonly JsonRecord[], read: (record: JsonRecord) => string): string {
  const [first, ...others] = new Set(records.map(read).filter((text) => text !== ""));
  return first !== undefined && others.length === 0 ? first : "";
}

/** A column has the value of one row, or the different ones of several. */
function valuesIn(row: JsonRecord, column: PlaceColumn | typeof poolColumn.column): readonly unknown[] {
  const value = row[column];
  return Array.isArray(value) ? value : [value];
}

function recordsIn(row: JsonRecord, column: PlaceColumn | typeof poolColumn.column): readonly JsonRecord[] {
  return valuesIn(row, column).map((value) => recordOf(structureOf(value)));
}
