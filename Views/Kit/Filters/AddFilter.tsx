import { ActionButton } from "@fluentui/react";
import { Findings } from "../Screens/Findings.resjson";

/** Offers the filters that are not on the row yet; gone when all are. */
export function AddFilter(props: {
  readonly filters: readonly { readonly key: string; readonly label: string }[];
  readonly onAdd: (key: string) => void;
}) {
  const { filters, onAdd } = props;
  if (filters.length === 0) {
    return null;
  }
  return (
    <ActionButton
      text={Findings.addFilter}
      iconProps={{ iconName: "AddTo" }}
      menuProps={{
        ariaLabel: Findings.filterMenu,
        items: filters.map(({ key, label }) => ({ key, text: label, onClick: () => onAdd(key) })),
      }}
    />
  );
}
