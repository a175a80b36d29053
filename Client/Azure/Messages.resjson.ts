/** What failures say when the service itself did not say it. */
export enum Messages {
  findingGone = "Defender for Cloud no longer reports this finding.",
  danglingEntity = "The alert refers to entity {0}, which it does not contain.",
  foreignLink = "The service answered with a link to {0}. It was not followed.",
  noAnswer = "No answer from Azure: the network or the portal's connection is down.",
  notJson = "The answer to {0} was not JSON. A proxy or a sign-in page may have answered instead of Azure.",
  notResourceGraph = "The answer of Resource Graph does not have the documented shape: {0}.",
  repeatedPage = "Resource Graph repeated a page. The list stops here.",
  repeatedLink = "The service repeated a link while listing. The list stops here.",
  sessionExpired = "The session has expired. Sign in to the portal again.",
  timedOut = "No answer from Azure within {0} seconds.",
  tooManyPages = "The service sent more than {0} pages. The list stops here.",
  unreadableEntities = "The list of related entities is not valid JSON.",
  unreadablePlan = "The service did not say whether the plan is on.",
  unreadableRow = "{0} {1} could not be read: {2}.",
}
