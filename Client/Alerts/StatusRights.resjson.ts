/** What is said wherever the right to set the status "In progress" is missing. */
export enum StatusRights {
  onlyWildcards = "Custom roles can't include this permission. Only roles with wildcards, such as Security Admin, Contributor and Owner, hold it.",
}
