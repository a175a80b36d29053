/**
 * Takes texts from what there is in the language in the place of the English ones, by the names of their enums: from the module `first`,
 * or, in files that `isLater` names, from the variable `later`.
 */
module.exports = function resjsonLoader(source) {
  const { first, later, isLater } = this.getOptions();
  const names = [...source.matchAll(/^export enum (\w+)/gm)].map(([, name]) => name);
  return isLater(this.resourcePath)
    ? names.map((name) => `export const ${name} = ${later}.${name};\n`).join("")
    : `export { ${names.join(", ")} } from "${first}";\n`;
};
