interface Kept {
  readonly visit: string;
  readonly session: unknown;
}

/** A view and its data fetcher are two bundles with a copy of this file each; the window is what they have in common. */
const place = Symbol.for("AksSecurityDashboard.sessions");

/**
 * The session of this window under the key, made on first use and again for every other visit. Sessions hold functions, so they can
 * be nowhere else than in the window that made them. One per key is kept: a frame that is used again starts afresh.
 */
export function sessionIn<Session>(key: string, visit: string, make: () => Session): Session {
  const sessions = sessionsOf(globalThis);
  const kept = sessions.get(key);
  if (kept?.visit === visit) {
    return kept.session as Session; // Both bundles are of one build, so both make the same under one key.
  }
  const session = make();
  sessions.set(key, { visit, session });
  return session;
}

function sessionsOf(window: typeof globalThis): Map<string, Kept> {
  const holder = window as { [place]?: Map<string, Kept> };
  holder[place] ??= new Map();
  return holder[place];
}
