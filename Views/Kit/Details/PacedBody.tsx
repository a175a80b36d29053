import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Findings } from "../Screens/Findings.resjson";
import { LoadingBody } from "./LoadedDetails";

/** How long findings have to follow each other at the least to be read each, in milliseconds. */
const paceMilliseconds = 200;

/** What is read of the open finding. A key that is held down goes through many: only those it stays on are asked for. */
export function PacedBody(props: {
  readonly subject: string;
  readonly isHurried: boolean;
  readonly children: ReactNode;
}) {
  const { subject, isHurried, children } = props;
  const [paced, pace] = useState(subject);
  const changedAt = useRef(-Infinity);
  useLayoutEffect(() => {
    const now = performance.now();
    const pause = now - changedAt.current;
    changedAt.current = now;
    if (!isHurried || pause >= paceMilliseconds) {
      pace(subject);
      return undefined;
    }
    const timer = setTimeout(() => pace(subject), paceMilliseconds);
    return () => clearTimeout(timer);
  }, [subject, isHurried]);
  return paced === subject ? <>{children}</> : <LoadingBody text={Findings.loadingDetails} />;
}
