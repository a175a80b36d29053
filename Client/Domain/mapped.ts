import type { Failure } from "./failure";

/** A row that was read, or the gap that it leaves. Never neither. */
export type Mapped<T> = { readonly item: T } | { readonly gap: Failure };
