/** What is said of ids and names that Azure would not have. */
export enum Ids {
  notAnId = "{0} isn't the ID of an Azure resource. Nothing was sent.",
  notAName = "{0} can't be a part of the ID of an Azure resource. Nothing was sent.",
}
