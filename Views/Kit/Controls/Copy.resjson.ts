export enum Copy {
  copy = "Copy",
  copied = "Copied",
  refused = "The portal does not allow copying here. Select the text and copy it yourself.",
}
