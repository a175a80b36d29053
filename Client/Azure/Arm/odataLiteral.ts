/** Text as an OData string literal, quotes included. The only way in which a value may enter a `$filter`. */
export function odataLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
