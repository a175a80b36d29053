import { Panel, PanelType, useTheme } from "@fluentui/react";
import type { ReactNode } from "react";
import { Findings } from "./Findings.resjson";
import { dividerColor } from "./useStyles";

/** A form over the page, with its buttons always in reach at the foot. It closes only by what is in it. */
export function FormPanel(props: {
  readonly title: string;
  /** In pixels; as wide as the page where that is narrower. */
  readonly width: number;
  readonly foot: ReactNode;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}) {
  const { title, width, foot, onDismiss, children } = props;
  const theme = useTheme();
  return (
    <Panel
      isOpen
      type={PanelType.custom}
      customWidth={`${width}px`}
      headerText={title}
      closeButtonAriaLabel={Findings.closeForm}
      isFooterAtBottom
      onDismiss={onDismiss}
      // Fluent would dismiss the form for a press outside of it, and questions about it are outside.
      onOuterClick={() => undefined}
      onRenderFooterContent={() => <>{foot}</>}
      // Fluent measures once whether the content needs to scroll; here it comes and grows later.
      styles={{
        main: { overflow: "hidden" },
        contentInner: { flex: "1 1 auto", minHeight: 0, overflow: "hidden" },
        scrollableContent: { flex: "1 1 auto", minHeight: 0, overflowY: "auto" },
        footer: { flexShrink: 0, borderTop: `1px solid ${dividerColor(theme)}` },
        overlay: { backgroundColor: theme.isInverted ? "rgba(0, 0, 0, 0.6)" : "rgba(255, 255, 255, 0.4)" },
      }}
    >
      {children}
    </Panel>
  );
}
