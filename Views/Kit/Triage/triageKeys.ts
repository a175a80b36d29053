import type { OfferedCommand } from "./triage";

/** What a key can ask for. */
export type TriageCommand =
  OfferedCommand | "next" | "previous" | "select" | "search" | "close" | "export" | "undo" | "help";

/** A key as `KeyboardEvent.key` names it, and what it means. */
interface TriageKey {
  readonly key: string;
  readonly command: TriageCommand;
  /** Whether holding the key down goes on. */
  readonly repeats?: true;
}

/** In the order in which they are listed for users. */
export const triageKeys: readonly TriageKey[] = [
  { key: "j", command: "next", repeats: true },
  { key: "k", command: "previous", repeats: true },
  { key: "x", command: "select" },
  { key: "s", command: "status" },
  { key: "o", command: "owner" },
  { key: "f", command: "fix" },
  { key: "l", command: "logs" },
  { key: "e", command: "export" },
  { key: "/", command: "search" },
  { key: "u", command: "undo" },
  { key: "Escape", command: "close" },
  { key: "?", command: "help" },
];

/** Of a `KeyboardEvent`, what decides. */
export type Stroke = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "repeat" | "isComposing" | "timeStamp"
>;

/** The portal's shortcuts of two keys begin with it. */
const chordStart = "g";
/** For so long, in milliseconds, the next key belongs to the portal. */
const chordMilliseconds = 2_000;

/** What a stroke asks for; `undefined`: nothing of ours. */
export interface ReadStroke {
  readonly command: TriageCommand | undefined;
  /** When a chord of the portal began, as `Event.timeStamp`; `undefined`: none has. For the next stroke. */
  readonly chordAt: number | undefined;
}

const modifierKeys: ReadonlySet<string> = new Set([
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
]);

/** Reads a stroke after what {@link ReadStroke.chordAt} of the one before says. */
export function readStroke(stroke: Stroke, chordAt: number | undefined): ReadStroke {
  if (modifierKeys.has(stroke.key)) {
    return { command: undefined, chordAt };
  }
  const isOfChord = chordAt !== undefined && stroke.timeStamp - chordAt < chordMilliseconds;
  if (isOfChord || isModified(stroke)) {
    return { command: undefined, chordAt: undefined };
  }
  const key = keyOf(stroke);
  const meant = triageKeys.find((each) => each.key === key && (each.repeats || !stroke.repeat));
  return { command: meant?.command, chordAt: key === chordStart ? stroke.timeStamp : undefined };
}

function isModified({ ctrlKey, altKey, metaKey, isComposing }: Stroke): boolean {
  return ctrlKey || altKey || metaKey || isComposing;
}

/** Letters by their place where the keyboard has none of ours, and without CapsLock; with Shift a letter is another key. */
function keyOf({ key, code, shiftKey }: Stroke): string {
  const [, placed] = /^Key([A-Z])$/.exec(code) ?? [];
  const letter = /^\P{ASCII}$/u.test(key) && placed !== undefined ? placed : key;
  if (!/^[a-z]$/i.test(letter)) {
    return letter;
  }
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}
