/**
 * A header of an answer that the host gives in place of ARM, because it could not ask ARM. The message says then what to do, in words
 * for that host: nothing is added to it. The Azure portal has nothing of the kind; the local portal has.
 */
export const hostProblemHeader = "x-host-problem";
