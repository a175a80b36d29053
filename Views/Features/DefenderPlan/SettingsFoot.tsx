import { DefaultButton, PrimaryButton, Stack } from "@fluentui/react";
import { disabledProps } from "../../Kit/Controls/disabledProps";

export interface FootButton {
  readonly text: string;
  /** Why it cannot be pressed, as a sentence; `undefined`: it can. */
  readonly disabledBecause?: string | undefined;
  onPress(): void;
}

/** The buttons of the pane, always in reach; the first one is what most come for. */
export function SettingsFoot({
  primary,
  others,
}: {
  readonly primary: FootButton | undefined;
  readonly others: readonly FootButton[];
}) {
  return (
    <Stack horizontal wrap tokens={{ childrenGap: 8 }}>
      {primary && (
        <PrimaryButton
          text={primary.text}
          allowDisabledFocus
          {...disabledProps(primary.disabledBecause)}
          onClick={() => primary.disabledBecause === undefined && primary.onPress()}
        />
      )}
      {others.map(({ text, onPress }) => (
        <DefaultButton key={text} text={text} onClick={onPress} />
      ))}
    </Stack>
  );
}
