export enum Copy {
  copy = "Copy",
  copied = "Copied",
  refused = "The portal doesn't allow copying here. Select the text and copy it.",
}
