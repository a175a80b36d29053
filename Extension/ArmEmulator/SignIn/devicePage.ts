import type { ArmResponse } from "../Server/arm";

/** The page where a person types the code that a device shows. It has no script. */
export function devicePage(state: "ask" | "unknown" | "done"): ArmResponse {
  const form =
    '<form method="post"><label>Code <input name="code" autocomplete="off" autofocus required></label> <button>Sign in</button></form>';
  const content = {
    ask: form,
    unknown: `<p role="alert">That code isn't known, or it has expired.</p>${form}`,
    done: "<p>You're signed in. You can close this window.</p>",
  }[state];
  return {
    status: state === "unknown" ? 400 : 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
    },
    body: `<!doctype html><html lang="en"><title>Sign in to the ARM emulator</title><h1>Sign in to the ARM emulator</h1>${content}</html>`,
  };
}
