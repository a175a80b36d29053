/** Words for properties before and after a change, and for a change that someone else made meanwhile. */
export enum Changes {
  meanwhile = "What changed",
  property = "Property",
  before = "Before",
  after = "After",
  notSet = "Not set",
  lastByAt = "Last changed by {0} on {1}.",
  lastBy = "Last changed by {0}.",
  lastAt = "Last changed on {0}. Who changed it isn't reported.",
}
