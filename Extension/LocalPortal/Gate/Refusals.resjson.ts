/** Why the gate of the local portal does not send a call. */
export enum Refusals {
  alreadyThere = "Not sent: {0} is there already, or it cannot be seen whether it is.",
  badBody = "Not sent: the body of {0} {1} is not what the product sends ({2}).",
  badQuery = "Not sent: {0} {1} must have one api-version and nothing else. It had '{2}'",
  badUrl = "Not sent: this is no plain path of {1}. It was '{0}'",
  changedSince = "Not sent: {0} has changed since it was read.",
  notAllowed = "Not sent: this is no operation of the product. It was {0} {1}",
  otherChange = "Not sent: the body for {0} changes more than a quick fix does, or the cluster has changed since it was read ({1}). Reload, then try again.",
  otherResource = "Not sent: the local portal changes only the cluster it was started for and what belongs to it. Name the other cluster in --cluster. It was {0} {1}",
  readOnly = "Not sent: the local portal was started with --read-only. It was {0} {1}",
  unreadable = "the cluster cannot be read",
}
