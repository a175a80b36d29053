import { Messages } from "../Azure/Messages.resjson";
import type { AlertDetails, Fact } from "../Domain/alert";
import { fillIn } from "../Domain/fillIn";
import { dateOf, isRecord, property, structureOf, textOf, textsOf, type JsonRecord } from "../Domain/json";
import { plainLines } from "../Domain/plainText";
import { trustedLink } from "../Domain/trustedLink";
import { labelOf } from "../Domain/words";
import type { Mapped } from "../Domain/mapped";
import { alertFromRow } from "./alertFromRow";
import { entitiesFromRow, type Entities } from "./entitiesFromRow";

/** Reads a row of the details query (`id`, `properties`). Parts that cannot be read are named instead of being left out silently. */
export function alertDetailsFromRow(row: JsonRecord): Mapped<AlertDetails> {
  const properties = isRecord(row.properties) ? row.properties : {};
  const mapped = alertFromRow({ ...properties, id: row.id });
  if ("gap" in mapped) {
    return mapped;
  }
  const { entities, raw, dangling, readable } = readEntities(property(properties, "entities"));
  return {
    item: {
      ...mapped.item,
      description: plainLines(textOf(property(properties, "description")) ?? "").join("\n"),
      mitigationSteps: stepsOf(property(properties, "remediationSteps")),
      facts: factsOf(property(properties, "extendedProperties")),
      tactics: tacticsOf(property(properties, "intent")),
      techniques: techniquesOf(properties),
      entities,
      rawEntities: raw,
      unreadable: [
        ...(readable ? [] : [Messages.unreadableEntities]),
        ...dangling.map((reference) => fillIn(Messages.danglingEntity, reference)),
      ],
      endTime: dateOf(property(properties, "endTimeUtc")),
      generatedTime: dateOf(property(properties, "timeGeneratedUtc")),
      portalLink: trustedLink(property(properties, "alertUri")),
    },
  };
}

interface ReadEntities extends Entities {
  readonly raw: readonly unknown[];
  readonly readable: boolean;
}

function readEntities(value: unknown): ReadEntities {
  const list = structureOf(value);
  const missing = value === undefined || value === null || value === "";
  return Array.isArray(list)
    ? { ...entitiesFromRow(list), raw: list, readable: true }
    : { entities: [], raw: [], dangling: [], readable: missing };
}

/** Steps may come as a list, as one text with line breaks, numbered or not. */
function stepsOf(value: unknown): readonly string[] {
  return textsOf(value)
    .flatMap(plainLines)
    .map((line) => line.replace(/^(?:\d+[.)]|[-*•])\s+/, ""));
}

function factsOf(value: unknown): readonly Fact[] {
  const map = structureOf(value);
  if (!isRecord(map)) {
    return [];
  }
  return Object.entries(map).flatMap(([name, content]): Fact[] => {
    const text = isRecord(content) || Array.isArray(content) ? JSON.stringify(content) : textOf(content);
    return text === undefined ? [] : [{ name: labelOf(name), value: text }];
  });
}

function tacticsOf(value: unknown): readonly string[] {
  return (textOf(value) ?? "")
    .split(",")
    .map((tactic) => tactic.trim())
    .filter((tactic) => tactic !== "" && tactic !== "Unknown");
}

/** A sub-technique names its technique (`T1059.004`), so a technique is listed apart only when none of its own is. */
function techniquesOf(properties: JsonRecord): readonly string[] {
  const techniques = textsOf(property(properties, "techniques"));
  const subTechniques = textsOf(property(properties, "subTechniques"));
  const covered = (technique: string) => subTechniques.some((sub) => sub.startsWith(`${technique}.`));
  return [...techniques.filter((technique) => !covered(technique)), ...subTechniques];
}
