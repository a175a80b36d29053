import { Messages } from "../Azure/Messages.resjson";
import type { Failure } from "../Domain/failure";
import { fillIn } from "../Domain/fillIn";
import { dateOf, isRecord, textOf, textsOf, type JsonRecord } from "../Domain/json";
import { levelNamed, recommendationLevels } from "../Domain/level";
import type { Mapped } from "../Domain/mapped";
import type { Misconfiguration, MisconfigurationDetails } from "../Domain/misconfiguration";
import { trustedLink } from "../Domain/trustedLink";

/** Reads a row of the list query. Without an id or a level of the scale it cannot be placed in the list and becomes a gap. */
export function misconfigurationFromRow(row: JsonRecord): Mapped<Misconfiguration> {
  const id = typeof row.id === "string" && row.id !== "" ? row.id : undefined;
  const key = textOf(row.name) ?? "";
  const title = textOf(row.displayName) ?? key;
  const level = levelNamed(recommendationLevels, row.level);
  if (id === undefined) {
    return gap(title, "id", row.id);
  }
  if (level === undefined) {
    return gap(title, "level", row.level);
  }
  return {
    item: {
      id,
      key,
      title,
      level,
      ranking: levelNamed(recommendationLevels, row.risk) === undefined ? "severity" : "risk",
      firstSeen: dateOf(row.firstEvaluationDate),
      policyId: textOf(row.policyDefinitionId)?.split("/").at(-1),
      tactics: textsOf(row.tactics),
    },
  };
}

/** Reads a row of the details query (`id`, `name`, `properties`). */
export function misconfigurationDetailsFromRow(row: JsonRecord): Mapped<MisconfigurationDetails> {
  const properties = recordOf(row.properties);
  const status = recordOf(properties.status);
  const metadata = recordOf(properties.metadata);
  const risk = textOf(recordOf(properties.risk).level);
  const hasRisk = levelNamed(recommendationLevels, risk) !== undefined;
  const mapped = misconfigurationFromRow({
    id: row.id,
    name: row.name,
    displayName: properties.displayName ?? metadata.displayName,
    level: hasRisk ? risk : metadata.severity,
    risk,
    firstEvaluationDate: status.firstEvaluationDate,
    policyDefinitionId: metadata.policyDefinitionId,
    tactics: metadata.tactics,
  });
  if ("gap" in mapped) {
    return mapped;
  }
  return {
    item: {
      ...mapped.item,
      descriptionHtml: textOf(metadata.description) ?? "",
      remediationHtml: textOf(metadata.remediationDescription) ?? "",
      changed: dateOf(status.statusChangeDate),
      portalLink: portalLink(recordOf(properties.links).azurePortal),
    },
  };
}

/** Resource Graph gives the link without its scheme. */
function portalLink(link: unknown): string | undefined {
  const text = textOf(link);
  return text === undefined ? undefined : trustedLink(/^https?:/i.test(text) ? text : `https://${text}`);
}

function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

function gap(which: string, field: string, value: unknown): { readonly gap: Failure } {
  const what = `${field} = ${JSON.stringify(value) ?? "undefined"}`;
  return {
    gap: { kind: "unexpected", message: fillIn(Messages.unreadableRow, "Recommendation", which, what) },
  };
}
