interface Arrivals<T> {
  add(item: T): void;
  /** Hands over at once what has not been handed over yet. */
  flush(): void;
}

/**
 * Hands over together what arrives together, in its order: the answers of one batch come in one turn of the event loop, and to
 * draw the page anew for each of them takes longer than to get them.
 */
export function collectArrivals<T>(onArrival: (items: readonly T[]) => void): Arrivals<T> {
  let arrived: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const items = arrived;
    arrived = [];
    if (items.length > 0) {
      onArrival(items);
    }
  };
  return {
    add(item) {
      arrived.push(item);
      timer ??= setTimeout(flush, 0);
    },
    flush,
  };
}
