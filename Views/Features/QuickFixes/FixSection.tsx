import type { ReactNode } from "react";

/** A part of the form of a fix under its heading. */
export function FixSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 style={{ fontSize: 16, fontWeight: 600, margin: "8px 0" }}>{title}</h2>
      {children}
    </section>
  );
}
