import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Objects whose keys are the customer's (tags, labels, ids of identities, parameters of policies). No key in them is ever named, not
 * even one that the emulator has too.
 */
const maps =
  /(?:^|\.)(?:tags|labels|nodeLabels|annotations|config|parameters|userAssignedIdentities|identityProfile|policyRule|nodeTaints)$/i;
/** Objects in which Microsoft and others put what they like. Only the keys that the emulator has are named. */
const openObjects =
  /(?:^|\.)(?:additionalData|resourceAdditionalData|extendedProperties|additionalExtensionProperties|metadata|supportingEvidence|addonProfiles|entities\[\]|details|\{json\}(?:\[\])?)$/i;

/** How a key of an object is written in a report. */
export interface KeyName {
  /** `*`: a key of a map; `?`: a key that no list of public names has. */
  readonly name: string;
  /** Whether what is below has been looked at; below an unknown name, anything could be. */
  readonly isKnown: boolean;
}

export type NameKey = (place: string, key: string) => KeyName;

/** For the emulator's own answers, which no one owns: every name but those of maps. */
export const nameOwnKey: NameKey = (place, key) =>
  maps.test(place) ? { name: "*", isKnown: true } : { name: key, isKnown: true };

/**
 * For a tenant's answers: names that the emulator has in the same place, in any letter case; elsewhere than in open objects, names of
 * Microsoft's models. `known`: paths in lower case.
 */
export function createKeyNaming(known: ReadonlySet<string>, names: ReadonlySet<string>): NameKey {
  return (place, key) => {
    if (maps.test(place)) {
      return { name: "*", isKnown: true };
    }
    if (known.has(childOf(place, key).toLowerCase())) {
      return { name: key, isKnown: true };
    }
    const isPublic = names.has(key.toLowerCase()) && !openObjects.test(place);
    return { name: isPublic ? key : "?", isKnown: false };
  };
}

export const childOf = (place: string, name: string) => (place === "" ? name : `${place}.${name}`);

/** Where the SDK packages that the product uses name the properties of Microsoft's models. */
const models = [
  "arm-containerservice/dist/esm/models/models.js",
  "arm-security/dist-esm/src/models/mappers.js",
  "arm-policy/dist/esm/models/mappers.js",
] as const;

/** Names of properties in Microsoft's models, in lower case: in ours of the same names nothing of a customer can hide. */
export function publicNames(): ReadonlySet<string> {
  const texts = models.map((file) =>
    readFileSync(path.resolve(__dirname, "../../../node_modules/@azure", file), "utf8"),
  );
  const found = texts.flatMap((text) => [
    ...[...text.matchAll(/\bitem\["(\w+)"\]/g)].map(([, name = ""]) => name),
    ...[...text.matchAll(/serializedName: "([\w.]+)"/g)].flatMap(([, name = ""]) => name.split(".")),
  ]);
  return new Set(found.map((name) => name.toLowerCase()));
}
