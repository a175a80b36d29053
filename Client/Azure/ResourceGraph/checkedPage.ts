import { FailureError } from "../../Core/failure";
import { format } from "../../Core/format";
import { latest } from "../../Core/firstScan";
import { dateOf, textOf, type JsonRecord } from "../../Core/json";
import { type RecommendationLevel, recommendationLevels } from "../../Core/level";
import type { FindingsPage, PageCursor } from "../../Core/listing";
import type { MapResult } from "../../Core/mapResult";
import { judgedColumn, passedLevel } from "./clusterAssessments";
import { findingsPage, readRows } from "./findingsPage";
import { Messages } from "../Pipeline/Messages.resjson";
import type { ResourceGraphPage } from "./runResourceGraph";

/**
 * A page of a list that also reports what passed, so that "nothing wrong" differs from "never checked". Its rows have a
 * `level`, failing ones first. Those that passed are counted, not listed; the exception is `resolved`: what had an owner or an
 * exemption, which comes before the others that passed. Throws {@link FailureError} when the counts are not known and can't
 * be derived from this page.
 */
export function checkedPage<T>(
  page: ResourceGraphPage,
  cursor: PageCursor | undefined,
  map: (row: JsonRecord) => MapResult<T>,
): FindingsPage<T> {
  const rows = page.rows.filter(({ level }) => level !== passedLevel);
  const passedHere = page.rows.length - rows.length;
  const resolved = page.rows.filter(isResolvedRow);
  const levels = page.counts.get("level");
  if (!cursor && !levels && page.next) {
    throw new FailureError({ kind: "unexpected", message: format(Messages.notResourceGraph, "facets") });
  }
  const findings = findingsPage<T, RecommendationLevel>(
    { ...page, rows },
    { countBy: "level", levels: recommendationLevels },
    map,
  );
  const ended = readRows(resolved, (row) => map({ ...row, level: row.resolvedLevel }));
  return {
    ...findings,
    resolved: ended.items,
    gaps: [...findings.gaps, ...ended.gaps],
    total: page.total - (levels ? (levels.get(passedLevel) ?? 0) : passedHere),
    evaluated: page.total,
    lastJudged: latest(page.rows.map((row) => dateOf(row[judgedColumn]))),
    // After the first row that passed and is not resolved there are only such rows.
    next: passedHere > resolved.length ? undefined : page.next,
  };
}

function isResolvedRow({ level, resolved }: JsonRecord): boolean {
  return level === passedLevel && textOf(resolved) !== undefined;
}
