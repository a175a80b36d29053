import { format } from "../../../Client/Core/format";
import { formatTime } from "../Controls/formatDate";
import type { Outdated } from "../Model/loadable";
import { FailureBanner } from "./FailureBanner";
import { Findings } from "./Findings.resjson";

/** Stands above what was read before a refresh failed: how old it is, why, and a way to try again. */
export function OutdatedNote({ load }: { readonly load: Outdated<unknown> }) {
  const { failure, readAt, refreshing, retry } = load;
  const text = format(Findings.outdated, formatTime(readAt));
  return <FailureBanner failure={failure} text={text} isRetrying={refreshing} retry={retry} />;
}
