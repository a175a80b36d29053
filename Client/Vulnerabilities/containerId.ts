/** What the id of a container says of it; `undefined`: not said, or it can be read in more than one way. */
export interface ContainerIdParts {
  readonly namespace: string | undefined;
  readonly pod: string | undefined;
  readonly container: string | undefined;
}

const unknown: ContainerIdParts = { namespace: undefined, pod: undefined, container: undefined };
const start = "namespace-";
const podMark = "-pod-";
const containerMark = "-container-";

/** Whether a resource is a container of a cluster, by its id. */
export function isContainerId(id: string): boolean {
  return /\/securityentitydata\/[^/]+$/i.test(id);
}

/**
 * Reads the last segment of the id of a running container: `namespace-<namespace>-pod-<pattern>-container-<container>`. Names
 * may contain `-pod-` and `-container-` themselves, so every way to cut it is tried; those that contradict what is known from
 * elsewhere fall away, and a part on which the others disagree stays unknown. Only names of pods are patterns with `*`.
 */
export function containerIdParts(segment: string, known: ContainerIdParts): ContainerIdParts {
  const text = segment.toLowerCase();
  if (!text.startsWith(start)) {
    return unknown;
  }
  const ways = waysToCut(text.slice(start.length)).filter(
    (way) =>
      isSame(known.namespace, way.namespace) &&
      isSame(known.pod, way.pod) &&
      isSame(known.container, way.container),
  );
  const agreed = (part: keyof ContainerIdParts) => {
    const [first, ...others] = new Set(ways.map((way) => way[part]));
    return others.length === 0 ? first : undefined;
  };
  return { namespace: agreed("namespace"), pod: agreed("pod"), container: agreed("container") };
}

function isSame(known: string | undefined, found: string): boolean {
  return known === undefined || known.toLowerCase() === found;
}

interface Way {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

function waysToCut(text: string): readonly Way[] {
  const containers = placesOf(containerMark, text);
  return placesOf(podMark, text).flatMap((podAt) =>
    containers.flatMap((containerAt) => {
      const namespace = text.slice(0, podAt);
      const pod = text.slice(podAt + podMark.length, Math.max(containerAt, podAt));
      const container = text.slice(containerAt + containerMark.length);
      return containerAt >= podAt + podMark.length && isPod(pod) && isName(namespace) && isName(container)
        ? [{ namespace, pod, container }]
        : [];
    }),
  );
}

function isName(text: string): boolean {
  return /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** A name, or a pattern: a name with one asterisk or several at its end. */
function isPod(text: string): boolean {
  return /^[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?(?:-\*)*$/.test(text);
}

/** All places, also those that overlap: `-pod-pod-` has two. */
function placesOf(mark: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    places.push(at);
  }
  return places;
}
