import { exclusionTagsText, type ExclusionTag } from "../../../Client/DefenderPlan/exclusionTags";
import { format } from "../../../Client/Core/format";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import { wantedOf, withPlan, withProperty, type PlanDraft } from "../../../Client/DefenderPlan/planDraft";
import { newFixDraft, type FixDraft } from "../QuickFixes/fixDraft";
import { Settings as Text } from "./Settings.resjson";

/** What was chosen and entered for a scope, as entered. */
export interface PlanForm {
  readonly wanted: PlanDraft;
  /** Text of the exclusion tags; `undefined`: not touched. */
  readonly tags: string | undefined;
  readonly fix: FixDraft;
}

export function draftOf(settings: PlanSettings): PlanForm {
  return { wanted: wantedOf(settings), tags: undefined, fix: newFixDraft };
}

/** The plan on, with every configuration that the form would propose. */
export function enablingDraft(settings: PlanSettings): PlanForm {
  const draft = draftOf(settings);
  return { ...draft, wanted: withPlan(draft.wanted, true) };
}

const machines = "AgentlessVmScanning";

/** Takes the text of the exclusion tags over into what is wanted, where it can be read. */
export function withTags(draft: PlanForm, tags: string): PlanForm {
  const { tags: read, problems } = tagsOf(tags);
  const wanted =
    problems.length > 0
      ? draft.wanted
      : withProperty(draft.wanted, machines, "ExclusionTags", exclusionTagsText(read));
  return { ...draft, wanted, tags };
}

/** One tag per line; empty lines are nothing. Each problem names its line. */
export function tagsOf(text: string): {
  readonly tags: readonly ExclusionTag[];
  readonly problems: readonly string[];
} {
  const lines = text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), index }))
    .filter(({ line }) => line !== "");
  const named = lines.map(({ line, index }) => ({ ...splitOnce(line), line, index }));
  return {
    tags: named.filter(({ key }) => key !== "").map(({ key, value }) => ({ key, value })),
    problems: named
      .filter(({ key }) => key === "")
      .map(({ line, index }) => format(Text.tagProblem, index + 1, line)),
  };
}

export function tagsText(tags: readonly ExclusionTag[]): string {
  return tags.map(({ key, value }) => (value === "" ? key : `${key}=${value}`)).join("\n");
}

/** At the first "="; a line without one is a name without a value. */
function splitOnce(line: string): ExclusionTag {
  const at = line.indexOf("=");
  return at < 0
    ? { key: line, value: "" }
    : { key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
}
