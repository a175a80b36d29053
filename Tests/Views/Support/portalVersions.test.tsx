import { DefaultButton } from "@fluentui/react";
import { render, screen } from "@testing-library/react";
import * as React from "react";
import * as ReactDom from "react-dom";
import known from "../../../Extension/build/portalModules.json";

declare global {
  /** Each copy of Fluent's packages notes its version there when it's loaded. */
  interface Window {
    readonly __packages__?: Readonly<Record<string, readonly string[]>>;
  }
}

test("views are tested on React and Fluent as the portal has them, and on no other copy", () => {
  render(<DefaultButton text="Save" />);
  expect(screen.getByRole("button", { name: "Save" })).toBeInTheDocument();
  const { react, "react-dom": reactDom, "@fluentui/react": fluent } = known.platform;
  expect(window.__packages__?.["@fluentui/react"]).toEqual([fluent.version]);
  expect([React.version, ReactDom.version]).toEqual([react.version, reactDom.version]);
});
