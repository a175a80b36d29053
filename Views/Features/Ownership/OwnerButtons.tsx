import { DefaultButton } from "@fluentui/react";
import { disabledProps } from "../../Kit/Controls/disabledProps";
import { isResolved } from "../../../Client/Core/ownership";
import { hasOwner, isFullyOwned, type OwnedRow } from "./ownedRow";
import { useOwnershipActs } from "./useOwnershipActs";

/** The owner commands that apply to one finding, at the foot of its details. */
export function OwnerButtons({ tab, row }: { readonly tab: string; readonly row: OwnedRow }) {
  const acts = useOwnershipActs(tab, [row]);
  const isFitting = (key: string) => (key === "assign" ? !isFullyOwned(row) : hasOwner(row));
  const fitting = isResolved(row.ownership.status) ? [] : acts.filter(({ key }) => isFitting(key));
  return (
    <>
      {fitting.map(({ key, text, disabledBecause, onSelect: does }) => (
        <DefaultButton
          key={key}
          text={text}
          allowDisabledFocus
          {...disabledProps(disabledBecause)}
          onClick={() => typeof does === "function" && does()}
        />
      ))}
    </>
  );
}
