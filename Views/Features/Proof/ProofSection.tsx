import { DefaultButton, Link } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ProofAnswer, ProofSubject } from "../../../Client/Proof/proofService";
import { failureOf } from "../../../Client/Core/failure";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { Section } from "../../Kit/Controls/Section";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { findingsKey } from "../../Kit/Session/findingsQuery";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { Proof as Text } from "./Proof.resjson";
import { answerText, failureText } from "./proofTexts";

interface ProofProps {
  readonly subject: ProofSubject;
  /** The tab that lists it. */
  readonly tab: string;
  /** Told when it's proven to be gone; absent: no one else has to know. */
  readonly onGone?: () => void;
}

/** Whether a finding is still there, by a query of its own that can be run here and anywhere else. */
export function ProofSection(props: ProofProps) {
  return (
    <Section title={Text.section} startsOpen={false}>
      {/* What was said of one finding isn't true of the next. */}
      <ProofOf key={props.subject.id} {...props} />
    </Section>
  );
}

function ProofOf({ subject, tab, onGone }: ProofProps) {
  const classes = useStyles(proofStyles);
  const { services } = useDashboard();
  const queries = useQueryClient();
  const { kind, id } = subject;
  const query = useLoadable({
    queryKey: ["proofQuery", kind, id],
    queryFn: () => services.proof.queryFor(subject),
  });
  const { said, answer, isChecking, check } = useCheck(subject, onGone);
  return (
    <>
      <p className={classes.about}>{Text.about}</p>
      <div className={classes.row}>
        <DefaultButton
          text={Text.check}
          disabled={isChecking}
          allowDisabledFocus
          onClick={() => {
            if (!isChecking) {
              void check();
            }
          }}
        />
        <span role="status">{said}</span>
        {answer?.state === "gone" && (
          <Link
            className={classes.link}
            onClick={() => void queries.refetchQueries({ queryKey: findingsKey(tab), type: "active" })}
          >
            {Text.refresh}
          </Link>
        )}
      </div>
      <LoadedPart load={query} loadingText={Text.queryLoading} failedText={Text.queryFailed}>
        {(kql) => <CodeBlock code={kql} copyLabel={Text.copy} />}
      </LoadedPart>
    </>
  );
}

function useCheck(subject: ProofSubject, onGone: (() => void) | undefined) {
  const { services } = useDashboard();
  const [said, setSaid] = useState("");
  const [answer, setAnswer] = useState<ProofAnswer>();
  const [isChecking, setChecking] = useState(false);
  const leaving = useRef<AbortController>();
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);
  return {
    said,
    answer,
    isChecking,
    async check() {
      const signal = leaving.current?.signal;
      setChecking(true);
      setAnswer(undefined);
      setSaid(Text.checking);
      const { found, text } = await services.proof.check(subject, signal).then(
        (proof) => ({ found: proof, text: answerText(proof) }),
        (error: unknown) => ({ found: undefined, text: failureText(failureOf(error)) }),
      );
      if (signal?.aborted) {
        return; // Another finding is shown by now.
      }
      setAnswer(found);
      setSaid(text);
      setChecking(false);
      if (found?.state === "gone") {
        onGone?.();
      }
    },
  };
}

const proofStyles = themeStyles(() => ({
  about: { margin: "0 0 8px" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 16px", marginBottom: 8 },
  link: { textDecoration: "underline" },
}));
