import { Panel, PanelType, useTheme } from "@fluentui/react";
import type { ReactNode } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import { inLowFrames } from "./lowFrame";
import { Findings } from "../Screens/Findings.resjson";
import { dividerColor } from "./useStyles";

type FormSize = "usual" | "wide" | "widest";

/** Of forms in pixels: there are no others. */
const widths: Readonly<Record<FormSize, number>> = { usual: 480, wide: 640, widest: 900 };

/**
 * A form over the page, with its buttons always in reach at the foot; in low frames the whole form scrolls. It closes only by what
 * is in it.
 */
export function FormPanel(props: {
  readonly title: string;
  /** A wide one has tables or code, the widest lists. All are as wide as the page where that is narrower. */
  readonly size: FormSize;
  readonly foot: ReactNode;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}) {
  const { title, size, foot, onDismiss, children } = props;
  const theme = useTheme();
  return (
    <Panel
      isOpen
      type={PanelType.custom}
      customWidth={`${widths[size]}px`}
      headerText={readableLine(title)}
      closeButtonAriaLabel={Findings.closeForm}
      isFooterAtBottom
      onDismiss={onDismiss}
      // Fluent would dismiss the form for a press outside of it, and questions about it are outside.
      onOuterClick={() => undefined}
      overlayProps={{ isDarkThemed: theme.isInverted }}
      onRenderFooterContent={() => <>{foot}</>}
      // Fluent measures once whether content is under the foot, and lets it shine through where not; here it comes later.
      styles={{
        contentInner: { selectors: { [inLowFrames]: { overflowY: "visible", flexShrink: 0 } } },
        scrollableContent: { selectors: { [inLowFrames]: { overflowY: "visible", flexShrink: 0 } } },
        content: { paddingTop: 12 },
        footer: {
          zIndex: 1,
          backgroundColor: theme.semanticColors.bodyBackground,
          borderTop: `1px solid ${dividerColor(theme)}`,
        },
      }}
    >
      {children}
    </Panel>
  );
}
