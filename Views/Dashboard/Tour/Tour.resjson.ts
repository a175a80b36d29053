/** What the tour says on a first visit. */
export enum TourTexts {
  done = "Done",
  next = "Next",
  progress = "{0} of {1}",
  skip = "Skip tour",
  worstTitle = "Start with the worst",
  worst = "Each tile counts the worst findings of one kind. Select a tile to list only those.",
  detailsTitle = "From a finding to its fix",
  details = "Each tab lists one kind of finding. Select a finding to see what's wrong and what you can do about it.",
  planTitle = "What is checked",
  plan = "Here you see whether Defender for Containers watches this cluster. What is off isn't checked, so it can't be among the findings.",
}
