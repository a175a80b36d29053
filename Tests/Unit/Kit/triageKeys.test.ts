import { readStroke, triageKeys, type Stroke } from "../../../Views/Kit/Triage/triageKeys";

function stroke(key: string, over: Partial<Stroke> = {}): Stroke {
  const letter = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : "";
  return {
    key,
    code: letter,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
    timeStamp: 0,
    ...over,
  };
}

const meant = (...args: Parameters<typeof stroke>) => readStroke(stroke(...args), undefined).command;

test("each key means one command, and each command has one key", () => {
  expect(new Set(triageKeys.map(({ key }) => key)).size).toBe(triageKeys.length);
  expect(new Set(triageKeys.map(({ command }) => command)).size).toBe(triageKeys.length);
  for (const { key, command } of triageKeys) {
    expect(meant(key)).toBe(command);
  }
});

test.each(["ctrlKey", "altKey", "metaKey", "isComposing"] as const)(
  "with %s a key isn't ours: Ctrl+/ and Alt+Shift+arrows are the portal's",
  (held) => {
    for (const { key } of triageKeys) {
      expect(meant(key, { [held]: true })).toBeUndefined();
    }
  },
);

test("with Shift a letter is another key, and a symbol that needs Shift is itself", () => {
  expect(meant("J", { shiftKey: true })).toBeUndefined();
  expect(meant("?", { shiftKey: true })).toBe("help");
  expect(meant("/", { shiftKey: true, code: "Digit7" })).toBe("search"); // On a German keyboard.
});

test("CapsLock changes nothing", () => {
  expect(meant("J")).toBe("next");
  expect(meant("j", { shiftKey: true })).toBeUndefined();
});

test("where the keyboard has no Latin letters, their places count; where it has others, its letters do", () => {
  expect(meant("о", { code: "KeyJ" })).toBe("next"); // A Russian keyboard.
  expect(meant("j", { code: "KeyC" })).toBe("next"); // Dvorak.
  expect(meant("h", { code: "KeyJ" })).toBeUndefined();
});

test("holding a key goes on through findings, and repeats nothing else", () => {
  const repeating = triageKeys.filter(({ key }) => meant(key, { repeat: true }) !== undefined);
  expect(repeating.map(({ command }) => command)).toEqual(["next", "previous"]);
});

describe("after g, which begins the portal's own shortcuts", () => {
  const { chordAt } = readStroke(stroke("g", { timeStamp: 1_000 }), undefined);

  test("the next key is the portal's", () => {
    expect(readStroke(stroke("s", { timeStamp: 1_500 }), chordAt)).toEqual({
      command: undefined,
      chordAt: undefined,
    });
    expect(readStroke(stroke("/", { timeStamp: 1_500 }), chordAt).command).toBeUndefined();
  });

  test("keys with Shift in between don't end it", () => {
    expect(readStroke(stroke("Shift", { timeStamp: 1_200, shiftKey: true }), chordAt).chordAt).toBe(1_000);
  });

  test("a key that comes late is ours", () => {
    expect(readStroke(stroke("s", { timeStamp: 3_100 }), chordAt).command).toBe("status");
  });
});
