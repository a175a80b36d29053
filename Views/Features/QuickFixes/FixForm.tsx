import { Checkbox, Dropdown, Stack, TextField, type IDropdownOption } from "@fluentui/react";
import { useState } from "react";
import { format } from "../../../Client/Core/format";
import { logCategories } from "../../../Client/QuickFixes/diagnosticLogsFix";
import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import type { LiveCluster } from "../../../Client/QuickFixes/quickFix";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { rangeProblems, type FixDraft } from "./fixDraft";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

interface FormProps {
  readonly draft: FixDraft;
  readonly live: LiveCluster;
  readonly onChange: (part: Partial<FixDraft>) => void;
}

/** What a fix needs to be told; nothing for those that need nothing. */
export function FixForm({ fix, ...form }: FormProps & { readonly fix: QuickFixName }) {
  switch (fix) {
    case "policyAddOn":
      return null;
    case "defenderProfile":
      return <WorkspaceField {...form} hasDefault />;
    case "authorizedIpRanges":
      return <RangesField {...form} />;
    case "diagnosticLogs":
      return (
        <>
          <WorkspaceField {...form} hasDefault={false} />
          <CategoryFields {...form} />
        </>
      );
  }
}

const otherKey = "other";

function WorkspaceField(props: FormProps & { readonly hasDefault: boolean }) {
  const { draft, live, hasDefault, onChange } = props;
  const [isOther, setOther] = useState(false);
  const choose = (option: IDropdownOption | undefined) => {
    setOther(option?.key === otherKey);
    onChange({ workspace: option?.key === otherKey ? "" : String(option?.key ?? "") });
  };
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <Dropdown
        label={Text.workspace}
        placeholder={Text.workspaceChoose}
        required
        options={workspaceOptions(live, hasDefault)}
        selectedKey={isOther ? otherKey : draft.workspace || null}
        onChange={(_, option) => choose(option)}
      />
      {live.unreadableWorkspaces > 0 && (
        <span>{format(Text.workspacesUnreadable, formatNumber(live.unreadableWorkspaces))}</span>
      )}
      {isOther && (
        <TextField
          label={Text.workspaceId}
          value={draft.workspace}
          onChange={(_, workspace = "") => onChange({ workspace })}
        />
      )}
    </Stack>
  );
}

function workspaceOptions({ workspaces = [] }: LiveCluster, hasDefault: boolean): IDropdownOption[] {
  return [
    ...(hasDefault ? [{ key: "default", text: Text.workspaceDefault }] : []),
    ...workspaces.map(({ id, name, resourceGroup, location }) => ({
      key: id,
      text: format(Text.workspaceItem, name, resourceGroup, location),
    })),
    { key: otherKey, text: Text.workspaceOther },
  ];
}

function RangesField({ draft, onChange }: FormProps) {
  const problems = rangeProblems(draft.ranges);
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <TextField
        label={Text.ranges}
        description={Text.rangesHint}
        required
        multiline
        rows={5}
        value={draft.ranges}
        onChange={(_, ranges = "") => onChange({ ranges })}
      />
      {problems.length > 0 && (
        <ul role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function CategoryFields({ draft, onChange }: FormProps) {
  const { categories } = draft;
  const toggled = (category: string, isOn: boolean) =>
    logCategories.filter((known) => (known === category ? isOn : categories.includes(known)));
  return (
    <Stack tokens={{ childrenGap: 8 }} role="group" aria-label={Text.categories}>
      <strong>{Text.categories}</strong>
      {logCategories.map((category) => (
        <Checkbox
          key={category}
          label={category}
          checked={categories.includes(category)}
          onChange={(_, isOn = false) => onChange({ categories: toggled(category, isOn) })}
        />
      ))}
    </Stack>
  );
}
