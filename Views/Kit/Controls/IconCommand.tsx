import { IconButton } from "@fluentui/react";

/** A command that is an icon alone. One that cannot be used now stays in reach of the keyboard. */
export function IconCommand(props: {
  readonly icon: string;
  /** What it does; shown to those who point at it. */
  readonly label: string;
  /** `undefined`: it cannot be used now. */
  readonly onClick: (() => void) | undefined;
}) {
  const { icon, label, onClick } = props;
  return (
    <IconButton
      iconProps={{ iconName: icon }}
      ariaLabel={label}
      title={label}
      disabled={!onClick}
      allowDisabledFocus
      onClick={onClick}
    />
  );
}
