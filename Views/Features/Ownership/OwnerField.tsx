import { ComboBox, type IComboBox } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { format } from "../../../Client/Core/format";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { SectionProps } from "./assignmentDraft";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { recentOwners } from "./recentOwners";
import { useMe } from "../../Kit/Session/useMe";

/** The owner's email address: any can be entered; recent ones and the user's own are suggested. */
export function OwnerField({ draft, problemIn, onChange }: SectionProps) {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const me = useMe();
  // They are counted over all findings: once, not with every letter that is typed.
  const [offered] = useState(() => recentOwners(queries, services.ownership.changes()));
  const options = [
    ...(me === undefined ? [] : [{ key: me, text: format(Text.ownerMe, me) }]),
    ...offered.filter((owner) => owner !== me).map((owner) => ({ key: owner, text: owner })),
  ];
  const isKnown = draft.known.has("owner");
  const field = useRef<IComboBox>(null);
  const isEmpty = isKnown && draft.owner === "";
  const wasEmpty = useRef(isEmpty);
  useEffect(() => {
    // Who it is to be comes first; what is filled in already is for reading first.
    if (wasEmpty.current) {
      field.current?.focus();
    }
  }, []);
  return (
    <ComboBox
      componentRef={field}
      label={Text.owner}
      required={isKnown}
      allowFreeInput
      autoComplete="off"
      text={isKnown ? draft.owner : ""}
      options={options}
      placeholder={isKnown ? Text.ownerHint : Text.kept}
      errorMessage={problemIn("ownerMissing", "ownerMalformed")}
      useComboBoxAsMenuWidth
      onInputValueChange={(owner) => onChange("owner", { owner })}
      onChange={(_, option) => option && onChange("owner", { owner: String(option.key) })}
    />
  );
}
