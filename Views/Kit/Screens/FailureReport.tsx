import { DefaultButton } from "@fluentui/react";
import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { Findings } from "./Findings.resjson";
import { SignInLink } from "./FailureBanner";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** What went wrong, in the service's words, with what support needs, and a way to try again. */
export function FailureReport({ failure, retry }: { readonly failure: Failure; readonly retry: () => void }) {
  const classes = useStyles(reportStyles);
  return (
    <div>
      <p className={classes.message}>{failure.message}</p>
      {failure.retryAfterSeconds !== undefined && (
        <p className={classes.message}>{format(Findings.retryAfter, failure.retryAfterSeconds)}</p>
      )}
      <FailureFacts failure={failure} />
      <DefaultButton text={Findings.retry} onClick={retry} />
    </div>
  );
}

export function FailureFacts({ failure }: { readonly failure: Failure }) {
  const classes = useStyles(reportStyles);
  const facts = [
    { label: Findings.errorCode, value: failure.code },
    { label: Findings.requestId, value: failure.requestId },
  ].filter(({ value }) => value !== undefined);
  return (
    <>
      {failure.needsSignIn && (
        <p className={classes.message}>
          <SignInLink />
        </p>
      )}
      {facts.length > 0 && (
        <dl className={classes.facts}>
          {facts.map(({ label, value }) => (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd className={classes.value}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const reportStyles = themeStyles((theme) => ({
  message: { margin: "0 0 12px", overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  facts: { margin: "0 0 16px", color: theme.semanticColors.bodySubtext },
  fact: { selectors: { "> dt, > dd": { display: "inline" } } },
  value: {
    margin: "0 0 0 8px",
    fontFamily: "Consolas, monospace",
    overflowWrap: "anywhere",
    userSelect: "all",
  },
}));
