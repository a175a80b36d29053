import { FocusTrapCallout } from "@fluentui/react";
import * as React from "react";

interface DialogCalloutProps {
  /** What it points at. */
  readonly target: React.RefObject<HTMLElement>;
  readonly label: string;
  onDismiss(): void;
  readonly children: React.ReactNode;
}

/** A small dialog beside what opened it: the focus goes into it, Escape and a click elsewhere close it. */
export const DialogCallout: React.FC<DialogCalloutProps> = ({ target, label, onDismiss, children }) => (
  <FocusTrapCallout
    target={target}
    role="dialog"
    ariaLabel={label}
    gapSpace={4}
    onDismiss={onDismiss}
    setInitialFocus
    focusTrapProps={{ isClickableOutsideFocusTrap: true, forceFocusInsideTrap: false }}
  >
    {children}
  </FocusTrapCallout>
);
