import { Checkbox, Stack, TextField } from "@fluentui/react";
import type { AssignmentProblem } from "../../../Client/Ownership/assignment";
import type { RecommendationLevel } from "../../../Client/Core/level";
import { DayPicker } from "../../Kit/Controls/DayPicker";
import type { AssignmentDraft, SectionProps } from "./assignmentDraft";
import { DueFields } from "./DueFields";
import { OwnerField } from "./OwnerField";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { problemLabels } from "./ownershipLabels";

/** The form of an assignment. It keeps nothing: what is entered goes to `onChange` at once. */
export function AssignmentForm(props: {
  readonly draft: AssignmentDraft;
  /** Levels of what is assigned. */
  readonly levels: ReadonlySet<RecommendationLevel>;
  readonly problems: readonly AssignmentProblem[];
  readonly onChange: SectionProps["onChange"];
}) {
  const { draft, levels, problems, onChange } = props;
  const problemIn: SectionProps["problemIn"] = (...kinds) => {
    const found = problems.find((problem) => kinds.includes(problem));
    return found && problemLabels[found];
  };
  const section = { draft, problemIn, onChange };
  return (
    <Stack tokens={{ childrenGap: 20 }}>
      <OwnerField {...section} />
      <DueFields {...section} levels={levels} />
      <EtaFields {...section} />
      <NotificationFields {...section} />
      <TicketFields {...section} />
    </Stack>
  );
}

function EtaFields({ draft, problemIn, onChange }: SectionProps) {
  const { known, hasEta, etaDay, justification } = draft;
  const dayProblem = problemIn("etaDayMissing", "etaPast");
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <Checkbox
        label={Text.eta}
        checked={hasEta}
        indeterminate={!known.has("eta")}
        onChange={(_, checked = false) => onChange("eta", { hasEta: checked })}
      />
      {known.has("eta") && hasEta && (
        <Stack tokens={{ childrenGap: 8 }} styles={{ root: { paddingLeft: 28 } }}>
          <DayPicker label={Text.etaDay} day={etaDay} onChange={(day) => onChange("eta", { etaDay: day })} />
          {dayProblem !== undefined && <span role="alert">{dayProblem}</span>}
          <TextField
            label={Text.etaJustification}
            required
            multiline
            autoAdjustHeight
            value={justification}
            errorMessage={problemIn("etaJustificationMissing")}
            onChange={(_, text = "") => onChange("eta", { justification: text })}
          />
        </Stack>
      )}
    </Stack>
  );
}

function NotificationFields({ draft, onChange }: SectionProps) {
  const { known, notifiesOwner, notifiesManager } = draft;
  const isMixed = !known.has("notifications");
  return (
    <Stack tokens={{ childrenGap: 8 }} role="group" aria-label={Text.notifications}>
      <strong>{Text.notifications}</strong>
      <Checkbox
        label={Text.notifyOwner}
        checked={notifiesOwner}
        indeterminate={isMixed}
        onChange={(_, checked = false) => onChange("notifications", { notifiesOwner: checked })}
      />
      <Checkbox
        label={Text.notifyManager}
        checked={notifiesManager}
        indeterminate={isMixed}
        onChange={(_, checked = false) => onChange("notifications", { notifiesManager: checked })}
      />
    </Stack>
  );
}

function TicketFields({ draft, problemIn, onChange }: SectionProps) {
  const { known, ticketNumber, ticketLink } = draft;
  const isMixed = !known.has("ticket");
  return (
    <Stack tokens={{ childrenGap: 8 }} role="group" aria-label={Text.ticket}>
      <strong>{Text.ticket}</strong>
      <span>{Text.ticketHint}</span>
      <TextField
        label={Text.ticketNumber}
        value={isMixed ? "" : ticketNumber}
        inputMode="numeric"
        errorMessage={problemIn("ticketNumberMalformed")}
        {...(isMixed ? { placeholder: Text.kept } : {})}
        onChange={(_, text = "") =>
          onChange("ticket", { ticketNumber: text, ...(isMixed ? { ticketLink: "" } : {}) })
        }
      />
      <TextField
        label={Text.ticketLink}
        value={isMixed ? "" : ticketLink}
        errorMessage={problemIn("ticketLinkMalformed")}
        {...(isMixed ? { placeholder: Text.kept } : {})}
        onChange={(_, text = "") =>
          onChange("ticket", { ticketLink: text, ...(isMixed ? { ticketNumber: "" } : {}) })
        }
      />
    </Stack>
  );
}
