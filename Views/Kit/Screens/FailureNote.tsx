import { Link } from "@fluentui/react";
import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { Findings } from "./Findings.resjson";
import { SignInLink } from "./FailureBanner";

/** A check that failed, in a line: what isn't known, why, what support needs, and a way to do just this check again. */
export function FailureNote(props: {
  /** `{0}` stands for the reason. */
  readonly text: string;
  /** What is checked, for the name of the button. */
  readonly about: string;
  readonly failure: Failure;
  /** Whether it is being tried already. */
  readonly refreshing?: boolean;
  retry(): void;
}) {
  const { text, about, failure, refreshing = false, retry } = props;
  const classes = useStyles(noteStyles);
  const requestId = failure.requestId === undefined ? "" : ` ${Findings.requestId}: ${failure.requestId}`;
  return (
    <p className={classes.note}>
      {`${format(text, failure.missingAction ?? failure.message)}${requestId} `}
      {failure.needsSignIn && (
        <>
          <SignInLink />{" "}
        </>
      )}
      <Link
        className={classes.retry}
        disabled={refreshing}
        aria-label={format(Findings.retryOf, about)}
        onClick={() => retry()}
      >
        {Findings.retry}
      </Link>
    </p>
  );
}

const noteStyles = themeStyles((theme) => ({
  note: { margin: 0, color: theme.semanticColors.bodySubtext, overflowWrap: "anywhere" },
  retry: { textDecoration: "underline" },
}));
