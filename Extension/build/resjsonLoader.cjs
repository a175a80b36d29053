/** Takes texts from the module of the language in the place of the English ones, by the names of their enums. */
module.exports = function resjsonLoader(source) {
  const names = [...source.matchAll(/^export enum (\w+)/gm)].map(([, name]) => name);
  return `export { ${names.join(", ")} } from "${this.getOptions().module}";\n`;
};
