/** Key of the filter for certain findings, whose values are their ids. Part of links. */
export const findingFilterKey = "finding";
