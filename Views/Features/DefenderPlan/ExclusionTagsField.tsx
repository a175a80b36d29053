import { TextField } from "@fluentui/react";
import type { ExclusionTag } from "../../../Client/DefenderPlan/exclusionTags";
import { tagsOf, tagsText } from "./planForm";
import { Settings as Text } from "./Settings.resjson";

/** Tags of machines that are not scanned, one per line. */
export function ExclusionTagsField(props: {
  /** As they are now. */
  readonly tags: readonly ExclusionTag[];
  /** As entered; `undefined`: not touched. */
  readonly text: string | undefined;
  readonly canEdit: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { tags, text, canEdit, onChange } = props;
  const { problems } = tagsOf(text ?? "");
  return (
    <>
      <TextField
        label={Text.tagsLabel}
        description={Text.tagsHint}
        multiline
        rows={3}
        resizable={false}
        disabled={!canEdit}
        value={text ?? tagsText(tags)}
        onChange={(_, value = "") => onChange(value)}
      />
      {problems.length > 0 && (
        <ul role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  );
}
