import { ChangedError, type LastChange } from "../../../Client/Core/changed";
import { format } from "../../../Client/Core/format";
import { readableLine } from "../../../Client/Core/visibleText";
import { Findings } from "./Findings.resjson";
import { ChangesTable } from "../Controls/ChangesTable";
import { formatMoment } from "../Controls/formatDate";

/** Below the failure of a write that would have replaced someone's change: who made it and when, as far as reported, and what it is. */
export function ChangedReport({ error }: { readonly error: unknown }) {
  if (!(error instanceof ChangedError)) {
    return null;
  }
  const { changed, last } = error;
  const who = last && lastText(last);
  return (
    <>
      {who !== undefined && <p>{who}</p>}
      {changed.length > 0 && <ChangesTable caption={Findings.changedMeanwhile} changes={changed} />}
    </>
  );
}

function lastText({ by, at }: LastChange): string | undefined {
  if (by === undefined) {
    return at && format(Findings.lastChangedAt, formatMoment(at));
  }
  const name = readableLine(by);
  return at ? format(Findings.lastChangedByAt, name, formatMoment(at)) : format(Findings.lastChangedBy, name);
}
