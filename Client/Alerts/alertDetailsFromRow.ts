import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { type Fact, labelOf } from "../Core/label";
import type { AlertDetails } from "./alert";
import { format } from "../Core/format";
import { distinctFacts, plainLabel, type KeyedFact } from "./distinctFacts";
import { dateOf, isRecord, property, structureOf, textOf, type JsonRecord } from "../Core/json";
import { plainLines } from "../Core/plainText";
import { alertFromRow } from "./alertFromRow";
import { resourceIdsOf } from "./alertPlace";
import { affectedName } from "../Core/scaleSetNode";
import { trustedLink } from "../Core/trustedLink";
import type { MapResult } from "../Core/mapResult";
import { entitiesFromRow, type Entities } from "./entitiesFromRow";
import { listedTexts, type ListedTexts } from "./listedTexts";

/** Reads a row of the details query (`id`, `properties`). Parts that can't be read are named, never skipped silently. */
export function alertDetailsFromRow(row: JsonRecord): MapResult<AlertDetails> {
  const properties = isRecord(row.properties) ? row.properties : {};
  const mapped = alertFromRow({ ...properties, id: row.id });
  if ("rowError" in mapped) {
    return mapped;
  }
  const { entities, raw, dangling, readable } = readEntities(property(properties, "entities"));
  const resourceIds = resourceIdsOf(property(properties, "resourceIdentifiers"));
  const steps = stepsOf(property(properties, "remediationSteps"));
  return {
    item: {
      ...mapped.item,
      description: plainLines(textOf(property(properties, "description")) ?? "").join("\n"),
      mitigationSteps: steps.texts,
      facts: factsOf(property(properties, "extendedProperties"), resourceIds),
      tactics: tacticsOf(property(properties, "intent")),
      techniques: techniquesOf(properties),
      entities,
      resourceIds,
      rawEntities: raw,
      unreadable: [
        ...(readable ? [] : [Messages.unreadableEntities]),
        ...(steps.unreadable > 0 ? [Messages.unreadableSteps] : []),
        ...dangling.map((reference) => format(Messages.danglingEntity, reference)),
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

/**
 * Steps may come as a list, as JSON text, as actions, as one text with line breaks; numbered or not. A star that no word follows
 * is no bullet: `* * * * * /tmp/x` is a line of cron.
 */
function stepsOf(value: unknown): ListedTexts {
  const { texts, unreadable } = listedTexts(value);
  const lines = texts
    .flatMap(plainLines)
    .map((line) => line.replace(/^(?:\d+[.)]|[-•]|\*(?=\s+\p{L}))\s+/u, ""));
  return { texts: lines, unreadable };
}

/** Labels of facts that name what was attacked, where the service may give a bare instance number. */
const placeFact =
  /^(?:compromised|affected|attacked|target)?(?:entity|host|machine|computer|node|vm|virtualmachine|resource|instance)(?:name)?$/;

function factsOf(value: unknown, resourceIds: readonly string[]): readonly Fact[] {
  const map = structureOf(value);
  if (!isRecord(map)) {
    return [];
  }
  const facts = Object.entries(map).flatMap(([key, content]): KeyedFact[] => {
    const said = isRecord(content) || Array.isArray(content) ? JSON.stringify(content) : textOf(content);
    const text =
      said !== undefined && placeFact.test(plainLabel(key)) ? affectedName(said, resourceIds) : said;
    return text === undefined || text === "" ? [] : [{ key, name: labelOf(key), value: text }];
  });
  return distinctFacts(facts);
}

function tacticsOf(value: unknown): readonly string[] {
  return listedTexts(value)
    .texts.flatMap((text) => text.split(","))
    .map((tactic) => tactic.trim())
    .filter((tactic) => tactic !== "" && tactic.toLowerCase() !== "unknown");
}

/** A sub-technique names its technique (`T1059.004`), so a technique is listed apart only when none of its own is. */
function techniquesOf(properties: JsonRecord): readonly string[] {
  const techniques = listedTexts(property(properties, "techniques")).texts;
  const subTechniques = listedTexts(property(properties, "subTechniques")).texts;
  const covered = new Set(subTechniques.map((sub) => sub.slice(0, Math.max(0, sub.lastIndexOf(".")))));
  return [...techniques.filter((technique) => !covered.has(technique)), ...subTechniques];
}
