import type { ProofAnswer } from "../../../Client/Proof/proofService";
import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { formatTime } from "../../Kit/Controls/formatDate";
import { Proof as Text } from "./Proof.resjson";

export function answerText(answer: ProofAnswer): string {
  if (answer.state !== "unknown") {
    return format(answer.state === "open" ? Text.open : Text.gone, formatTime(answer.asOf));
  }
  switch (answer.why) {
    case "unreadable":
      return Text.unreadable;
    case "permission":
      return format(Text.permission, answer.right.action, answer.right.scope);
    case "rightsUnread":
      return format(Text.rightsUnread, answer.failure.message);
  }
}

/** Why the query itself wasn't answered. */
export function failureText({ kind, message, missingAction }: Failure): string {
  if (missingAction !== undefined) {
    return format(Text.forbidden, missingAction);
  }
  return format(kind === "throttled" ? Text.throttled : Text.failed, message);
}
