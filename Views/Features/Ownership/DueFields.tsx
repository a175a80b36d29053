import { Checkbox, ChoiceGroup, Stack, TextField } from "@fluentui/react";
import { daysAfter } from "../../../Client/Core/day";
import { format } from "../../../Client/Core/format";
import { recommendationLevels, type RecommendationLevel } from "../../../Client/Core/level";
import { DayPicker } from "../../Kit/Controls/DayPicker";
import { formatDay } from "../../Kit/Controls/formatDate";
import type { SectionProps, AssignmentDraft } from "./assignmentDraft";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { TermButtons } from "../../Kit/Terms/TermButton";

/** Until when: one day for all, or days from today by level; and whether that is a grace period. */
export function DueFields(props: SectionProps & { readonly levels: ReadonlySet<RecommendationLevel> }) {
  const { draft, problemIn, onChange, levels } = props;
  const { known, dueKind, dueDay, isGracePeriod } = draft;
  const isKnown = known.has("due");
  const problem = problemIn("dueMissing", "duePast", "daysOutOfRange");
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <ChoiceGroup
        label={Text.due}
        selectedKey={isKnown ? dueKind : null}
        options={[
          { key: "byLevel", text: Text.dueByLevel },
          { key: "day", text: Text.dueDay },
        ]}
        onChange={
          (_, option) => option && onChange("due", { dueKind: option.key as AssignmentDraft["dueKind"] }) // Keys are those above.
        }
      />
      {!isKnown && <span>{Text.dueEach}</span>}
      {isKnown && dueKind === "byLevel" && (
        <DaysByLevel draft={draft} levels={levels} onChange={(days) => onChange("due", { days })} />
      )}
      {isKnown && dueKind === "day" && (
        <DayPicker
          label={Text.dueDayLabel}
          day={dueDay}
          onChange={(day) => onChange("due", { dueDay: day })}
        />
      )}
      <span>{Text.dueUtc}</span>
      {problem !== undefined && <span role="alert">{problem}</span>}
      <Stack horizontal verticalAlign="center" tokens={{ childrenGap: 4 }}>
        <Checkbox
          label={Text.grace}
          checked={isGracePeriod}
          indeterminate={!known.has("grace")}
          onChange={(_, checked = false) => onChange("grace", { isGracePeriod: checked })}
        />
        <TermButtons named={["gracePeriod", "secureScore"]} />
      </Stack>
    </Stack>
  );
}

/** A number of days for each level that is there, with the day that comes of it. */
function DaysByLevel(props: {
  readonly draft: AssignmentDraft;
  readonly levels: ReadonlySet<RecommendationLevel>;
  readonly onChange: (days: AssignmentDraft["days"]) => void;
}) {
  const { draft, levels, onChange } = props;
  const { days } = draft;
  return (
    <Stack horizontal tokens={{ childrenGap: 12 }}>
      {recommendationLevels
        .filter((level) => levels.has(level))
        .map((level) => (
          <TextField
            key={level}
            label={format(Text.dueDays, level)}
            value={days[level]}
            inputMode="numeric"
            description={dayText(days[level])}
            styles={{ root: { width: 112 } }}
            onChange={(_, text = "") => onChange({ ...days, [level]: text })}
          />
        ))}
    </Stack>
  );
}

/** The day that is this many days from today; empty when the text isn't a number of days. */
function dayText(days: string): string {
  const count = Number(days);
  return /^\d{1,4}$/.test(days.trim()) ? formatDay(daysAfter(new Date(), count)) : "";
}
