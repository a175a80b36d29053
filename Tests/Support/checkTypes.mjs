/**
 * What the compiler says of some files and of nothing else, one line each; ends with 1 if it says something. Much faster than the whole
 * project. Usage: `node Tests/Support/checkTypes.mjs FILE…` at the root of a tree.
 */
import ts from "typescript";

const overrides = { composite: false, incremental: false, noEmit: true, emitDeclarationOnly: false };
const host = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (problem) => {
    throw new Error(String(problem.messageText));
  },
};
const { options } = ts.getParsedCommandLineOfConfigFile("tsconfig.json", overrides, host);
const files = process.argv.slice(2);
const program = ts.createProgram(files, options);
const problems = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
process.stdout.write(
  ts.formatDiagnostics(problems, {
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getCanonicalFileName: (name) => name,
    getNewLine: () => "\n",
  }),
);
process.exitCode = problems.length === 0 ? 0 : 1;
