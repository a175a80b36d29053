/** Why the gate of the local portal does not send a call. */
export enum Refusals {
  alreadyThere = "Not sent: {0} already exists, or we couldn't check whether it does.",
  badBody = "Not sent: the body of {0} {1} isn't what the product sends ({2}).",
  badQuery = "Not sent: {0} {1} must have one api-version and nothing else. It had '{2}'",
  badUrl = "Not sent: this isn't a plain path of {1}. It was '{0}'",
  changedSince = "Not sent: {0} has changed since it was read.",
  notAllowed = "Not sent: the product has no such operation. It was {0} {1}",
  otherChange = "Not sent: the body for {0} changes more than a quick fix does, or the cluster has changed since it was read ({1}). Reload, then try again.",
  otherResource = "Not sent: the local portal changes only the cluster it was started for and what belongs to it. Name the other cluster in --cluster. It was {0} {1}",
  readOnly = "Not sent: the local portal was started with --read-only. It was {0} {1}",
  unreadable = "we couldn't read the cluster",
}
