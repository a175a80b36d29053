/** A property name as a label: `parentProcess` is "Parent process"; of a name that has spaces only the first letter changes. */
export function labelOf(propertyName: string): string {
  if (/\s/.test(propertyName)) {
    return propertyName.charAt(0).toUpperCase() + propertyName.slice(1);
  }
  const words = propertyName
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .split(/[\s_.-]+/)
    .map((word) => (/^[A-Z\d]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
