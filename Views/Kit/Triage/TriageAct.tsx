import { ContextualMenu, DirectionalHint } from "@fluentui/react";
import { useEffect, useRef, useState } from "react";
import { disabledProps } from "../Controls/disabledProps";
import type { Selected } from "../Model/findingsTab";
import { lastKnown } from "../Model/loadable";
import type { CommandChoice } from "../Model/tabCommand";
import { useCode, type LaterCode } from "../Session/useCode";
import type { OfferedCommand, TriageOffers } from "./triage";
import { useTriage } from "./triageContext";

/** A key that was pressed, and what it's about. */
export interface TriageAsk<T> {
  readonly command: OfferedCommand;
  readonly target: Selected<T>;
  /** What has the focus: where choices open, and where the focus goes back to. */
  readonly anchor: Element | null;
}

type UseOffers<T> = (target: Selected<T>) => TriageOffers;

/**
 * Does what one press of a key asks for, once its code is there. It stays until the next one: choices are open, or something is looked
 * for. Where the code can't be loaded it says so, and the next press tries again.
 */
export function TriageAct<T>({
  ask,
  offers,
}: {
  readonly ask: TriageAsk<T>;
  readonly offers: LaterCode<UseOffers<T>>;
}) {
  const { say } = useTriage();
  const code = useCode(offers);
  const failed = code.status === "failed" ? code.failure.message : undefined;
  useEffect(() => {
    if (failed !== undefined) {
      say(failed);
    }
  }, [failed, say]);
  const useOffers = lastKnown(code);
  return useOffers ? <Act ask={ask} useOffers={useOffers} /> : null;
}

function Act<T>(props: { readonly ask: TriageAsk<T>; readonly useOffers: UseOffers<T> }) {
  const { ask, useOffers } = props;
  const { say } = useTriage();
  const { text, disabledBecause, onSelect, said = "" } = useOffers(ask.target)[ask.command];
  // What it can do is what it could when the key was pressed.
  const [pressed] = useState({ disabledBecause, onSelect });
  useEffect(() => {
    if (pressed.disabledBecause !== undefined) {
      say(pressed.disabledBecause);
    } else if (typeof pressed.onSelect === "function") {
      pressed.onSelect();
    }
  }, [pressed, say]);
  const last = useRef("");
  useEffect(() => {
    if (said !== last.current) {
      last.current = said;
      say(said);
    }
  }, [said, say]);
  return typeof onSelect === "function" || pressed.disabledBecause !== undefined ? null : (
    <Choices label={text} choices={onSelect} anchor={ask.anchor} />
  );
}

function Choices(props: {
  readonly label: string;
  readonly choices: readonly CommandChoice[];
  readonly anchor: Element | null;
}) {
  const { label, choices, anchor } = props;
  const [isOpen, setOpen] = useState(true);
  return isOpen ? (
    <ContextualMenu
      target={anchor}
      ariaLabel={label}
      directionalHint={DirectionalHint.bottomLeftEdge}
      shouldFocusOnMount
      items={choices.map(({ key, text, disabledBecause, onChoose }) => ({
        key,
        text,
        ...disabledProps(disabledBecause),
        onClick: onChoose,
      }))}
      onDismiss={() => setOpen(false)}
    />
  ) : null;
}
