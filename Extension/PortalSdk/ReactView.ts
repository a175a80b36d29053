import type { ComponentType } from "react";
import { useCallback } from "react";
import { portalHost } from "./portalConnection";

/**
 * For the root component of a view: returns what to call when the part named `id` has its first content. The view counts as
 * ready when all have called [D, S]. (The local portal waits for the first one: views here have one part.)
 */
export function useInitialized(_id: string): () => void {
  return useCallback(() => void portalHost().then((host) => host.viewReady()), []);
}

/** Marks a view as one that other extensions may open; read at build time by the portal's toolchain [D]. */
export function withForExport<Props>(view: ComponentType<Props>): ComponentType<Props> {
  return view;
}

export enum ContextPaneWidth {
  Small = 0,
  Medium = 1,
  Large = 2,
  XLarge = 3,
}

/** Marks how wide a view is as a context pane; read at build time by the portal's toolchain [S, D]. */
export function withContextPaneWidth<Props>(
  view: ComponentType<Props>,
  _width: ContextPaneWidth,
): ComponentType<Props> {
  return view;
}
