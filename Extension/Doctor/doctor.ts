import { format } from "../../Client/Core/format";
import { CommandLineError, type CommandLine } from "../CommandLine/commandLine";
import { Doctor as Text } from "./Doctor.resjson";

/** Something that a user may want to do. */
export interface Task {
  /** As `--for` names it. */
  readonly name: string;
  readonly title: string;
}

/** Something that a task needs, and whether it is there. */
export interface Check {
  /** Name of the task. */
  readonly task: string;
  readonly what: string;
  readonly isThere: boolean;
  /** What was found or, where something is missing, what to do. Never a token, an account, or the address of a feed. */
  readonly details: string;
}

/** What one doctor looks at. */
export interface Examination {
  /** In the order of the output. The first one is always wanted. */
  readonly tasks: readonly Task[];
  /** In the order in which to set them up. */
  readonly checks: readonly Check[];
  /** What to do when everything that is wanted is there: one thing, by the names of the tasks. */
  start(wanted: readonly string[]): string;
}

/** Names of the tasks that the command line wants. Throws {@link CommandLineError} for an unknown one. */
export function wantedTasks({ texts }: CommandLine, tasks: readonly Task[]): readonly string[] {
  const names = tasks.map(({ name }) => name);
  const asked = (texts.for ?? "").split(",").filter(Boolean);
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new CommandLineError(format(Text.unknownTask, unknown, names.join(", ")));
  }
  return [...names.slice(0, 1), ...asked];
}

/** Checks that are missing for what is wanted, in the order in which to set them up. */
export function missingChecks(checks: readonly Check[], wanted: readonly string[]): readonly Check[] {
  return checks.filter(({ task, isThere }) => !isThere && wanted.includes(task));
}

/** The examination as it is printed, line by line. The last line is the one next step. */
export function examinationLines(examination: Examination, wanted: readonly string[]): readonly string[] {
  const { tasks, checks } = examination;
  const state = ({ task, isThere }: Check) =>
    isThere ? Text.stateOk : wanted.includes(task) ? Text.stateMissing : Text.stateNotSet;
  const lines = tasks.flatMap(({ name, title }) => [
    title,
    ...checks
      .filter(({ task }) => task === name)
      .map((check) => `  ${state(check).padEnd(9)}${check.what}: ${check.details}`),
  ]);
  const [first] = missingChecks(checks, wanted);
  const step = first ? format(Text.nextOfCheck, first.what, first.details) : examination.start(wanted);
  return [...lines, "", first ? Text.notReady : Text.ready, format(Text.next, step)];
}

/** The same as JSON. */
export function examinationJson(examination: Examination, wanted: readonly string[]): string {
  const { checks } = examination;
  const [first] = missingChecks(checks, wanted);
  return JSON.stringify(
    { ready: first === undefined, next: first?.details ?? examination.start(wanted), checks },
    null,
    2,
  );
}

/** Prints an examination. Resolves to the exit code: 0 ready, 1 something that is wanted is missing. */
export function runDoctor(line: CommandLine, tasks: readonly Task[], examine: () => Examination): number {
  const wanted = wantedTasks(line, tasks);
  const examination = examine();
  process.stdout.write(
    line.switches.has("json")
      ? `${examinationJson(examination, wanted)}\n`
      : `${examinationLines(examination, wanted).join("\n")}\n`,
  );
  return missingChecks(examination.checks, wanted).length === 0 ? 0 : 1;
}
