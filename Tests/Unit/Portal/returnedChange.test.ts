import type { ComponentProps } from "react";
import { createChanges, type ReturnedChange } from "../../../Extension/Portal/changes";
import type PlanSettings from "../../../Views/PlanSettings.ReactView";

/** What the file of the pane says that it returns, which the portal's build reads. */
type Declared = Parameters<ComponentProps<typeof PlanSettings>["closeView"]>[0];

/** What the pane returns: members by name, without those that only let it be a record. */
type Returned = { [Key in keyof ReturnedChange as string extends Key ? never : Key]: ReturnedChange[Key] };

type Same<A, B> = [A, keyof A] extends [B, keyof B]
  ? [B, keyof B] extends [A, keyof A]
    ? true
    : never
  : never;

// The compiler refuses this line once they differ: `npm run typecheck`.
const isSame: Same<Declared, Returned> = true;

// A frame without channels: an open one would keep this process alive.
Reflect.deleteProperty(globalThis, "BroadcastChannel");

test("what the pane is declared to return is what it returns", () => {
  const changes = createChanges("returned");
  const before: Declared = changes.returned();
  changes.announceChange();
  expect([isSame, before, changes.returned()]).toEqual([true, { changed: false }, { changed: true }]);
});
