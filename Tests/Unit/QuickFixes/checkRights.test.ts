import { CanceledError } from "../../../Client/Core/failure";
import type { Permission } from "../../../Client/Core/rbac";
import { checkRights } from "../../../Client/QuickFixes/checkRights";
import { failing } from "../../Support/fakeServices";
import { failureOfCall } from "../../Support/withServices";

const rights = [
  { action: "A/write", scope: "/s" },
  { action: "B/write", scope: "/s" },
  { action: "C/action", scope: "/w" },
];
const all: Permission = { actions: ["*"], notActions: [] };
const at =
  (permissions: Readonly<Record<string, readonly Permission[]>>, asked: string[] = []) =>
  (scope: string) => {
    asked.push(scope);
    return Promise.resolve(permissions[scope] ?? []);
  };

test("each scope is asked once", async () => {
  const asked: string[] = [];
  await checkRights(at({ "/s": [all], "/w": [all] }, asked), rights, undefined);
  expect(asked).toEqual(["/s", "/w"]);
});

test.each([
  ["A/write", { "/w": [all] }],
  ["B/write", { "/s": [{ actions: ["*"], notActions: ["b/*"] }], "/w": [all] }],
  ["C/action", { "/s": [all] }],
])("%s is missing", async (missingAction, permissions) => {
  expect(await failureOfCall(checkRights(at(permissions), rights, undefined))).toMatchObject({
    kind: "forbidden",
    missingAction,
    message: expect.stringContaining(missingAction) as string,
  });
});

test("where rights cannot be read the server decides; taken back is taken back", async () => {
  const unread = () => failing({ kind: "unexpected", message: "No." });
  await expect(checkRights(unread, rights, undefined)).resolves.toBeUndefined();
  const canceled = () => Promise.reject(new CanceledError());
  await expect(checkRights(canceled, rights, undefined)).rejects.toMatchObject({ name: "AbortError" });
});
