import { Icon } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import {
  componentKinds,
  exploitReports,
  fixReports,
  type ComponentKind,
  type ContainerImage,
  type VulnerableComponent,
} from "../../../Client/Vulnerabilities/vulnerability";
import { cellText } from "../../Kit/Model/cellText";
import { distinctColumn, type Names } from "../../Kit/Model/distinctColumn";
import type { Column, Filter } from "../../Kit/Model/findingsTab";
import {
  controllerText,
  exploitReportLabels,
  fixReportLabels,
  kindText,
  kindLabels,
  managedLabels,
  nameText,
  wordOf,
} from "./componentLabels";
import { ImageName } from "./ImageName";
import { ManagedMark } from "./ManagedMark";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

const icons: Readonly<Record<ComponentKind, string>> = {
  container: "WebAppBuilderModule",
  nodePool: "Server",
  cluster: "CubeShape",
  other: "Unknown",
};

/** Images by reference and digest: a tag may have been moved to another image. The key of a place without an image is empty. */
const imageNames: Names<VulnerableComponent> = {
  idOf: ({ place }) => place && (imageKey(place.image) || undefined),
  labelOf: (key) => key.slice(0, key.lastIndexOf("@")) || key.slice(key.lastIndexOf("@") + 1),
  tellOf: (key) => key.slice(key.lastIndexOf("@") + 1) || Vulnerabilities.digestUnknown,
};

function imageKey({ reference, digest }: ContainerImage): string {
  return reference === "" && digest === undefined ? "" : `${reference}@${digest ?? ""}`;
}

/** Columns that only vulnerable components have; images of one reference are told apart among these. */
export function componentColumns(
  items: readonly VulnerableComponent[],
): readonly Column<VulnerableComponent>[] {
  const image = {
    key: "image",
    label: Vulnerabilities.columnImage,
    width: 165,
    least: 130,
    grow: 2,
    isLong: true,
  } as const;
  const withReference: Names<VulnerableComponent> = {
    ...imageNames,
    idOf: (component) => (component.place?.image.reference ? imageNames.idOf(component) : undefined),
  };
  const column = distinctColumn(image, withReference, items);
  return [
    ...otherColumns,
    {
      ...column,
      render(item) {
        const name = cellText(column, item);
        return name && <ImageName name={name} />;
      },
    },
  ];
}

const otherColumns: readonly Column<VulnerableComponent>[] = [
  {
    key: "resource",
    label: Vulnerabilities.columnResource,
    value: nameText,
    text: (component) => format(Vulnerabilities.resourceWithKind, nameText(component), kindText(component)),
    render: (component) => (
      <>
        <Icon
          iconName={icons[component.kind]}
          title={kindText(component)}
          aria-label={kindText(component)}
          role="img"
          aria-hidden={false}
          styles={{ root: { marginRight: 8, lineHeight: "inherit", verticalAlign: "top" } }}
        />
        {nameText(component)}
        {component.isManagedByAks && <ManagedMark />}
      </>
    ),
    width: 150,
    least: 110,
    grow: 1,
    isLong: true,
    isRowHeader: true,
  },
  {
    key: "pod",
    label: Vulnerabilities.columnPod,
    value: ({ place }) => place?.pod || undefined,
    width: 110,
    least: 90,
    grow: 1,
    isLong: true,
  },
  {
    key: "namespace",
    label: Vulnerabilities.columnNamespace,
    value: ({ place }) => place?.namespace || undefined,
    width: 90,
    least: 80,
    isLong: true,
  },
];

const managedAnswers = ["yes", "no", "unknown"] as const;

/** Filters that only vulnerable components have. */
export const componentFilters: readonly Filter<VulnerableComponent>[] = [
  {
    key: "namespace",
    label: Vulnerabilities.columnNamespace,
    pinned: true,
    valuesOf: ({ place }) => [place?.namespace ?? ""],
    labelOf: (value) => value || Vulnerabilities.none,
  },
  {
    key: "kind",
    label: Vulnerabilities.filterKind,
    pinned: false,
    valuesOf: ({ kind }) => [kindLabels[kind]],
    order: componentKinds.map((kind) => kindLabels[kind]),
  },
  {
    key: "fix",
    label: Vulnerabilities.filterFixable,
    pinned: false,
    valuesOf: ({ contents }) => contents?.fixes ?? [],
    order: fixReports,
    labelOf: (value) => wordOf(fixReportLabels, value),
  },
  {
    key: "exploit",
    label: Vulnerabilities.filterExploit,
    pinned: false,
    valuesOf: ({ contents }) => contents?.exploits ?? [],
    order: exploitReports,
    labelOf: (value) => wordOf(exploitReportLabels, value),
  },
  {
    key: "cve",
    label: Vulnerabilities.filterCve,
    pinned: false,
    valuesOf: ({ contents }) => (contents ? [...contents.ids, ...(contents.isPartial ? [""] : [])] : []),
    labelOf: (value) => value || Vulnerabilities.notReported,
  },
  {
    key: "package",
    label: Vulnerabilities.filterPackage,
    pinned: false,
    valuesOf: ({ contents }) => (contents ? (contents.packages.length > 0 ? contents.packages : [""]) : []),
    labelOf: (value) => value || Vulnerabilities.notReported,
  },
  {
    key: "managed",
    label: Vulnerabilities.managedByAks,
    pinned: false,
    valuesOf: (component) => [managedBy(component)],
    order: managedAnswers,
    labelOf: (value) => wordOf(managedLabels, value),
  },
  {
    key: "image",
    label: Vulnerabilities.columnImage,
    pinned: false,
    valuesOf: (component) => [imageNames.idOf(component) ?? ""],
    labelOf: (value) => imageNames.labelOf(value) || Vulnerabilities.none,
    tellOf: (value) => (value === "" ? "" : (imageNames.tellOf?.(value) ?? value)),
  },
  {
    key: "controller",
    label: Vulnerabilities.filterController,
    pinned: false,
    valuesOf: ({ place }) => [controllerKey(place)],
    labelOf: (value) => value.slice(value.indexOf("/") + 1) || Vulnerabilities.none,
    tellOf: (value) => value.slice(0, Math.max(0, value.indexOf("/"))),
  },
];

/** Controllers with the same name in two namespaces are different. A namespace's name has no slash. */
function controllerKey(place: VulnerableComponent["place"]): string {
  const text = place ? controllerText(place) : "";
  return place && text !== "" ? `${place.namespace}/${text}` : "";
}

/** Containers that AKS manages are recognized by their namespace; without one it isn't known. */
function managedBy({ isManagedByAks, kind, place }: VulnerableComponent): (typeof managedAnswers)[number] {
  if (isManagedByAks) {
    return "yes";
  }
  return kind === "container" && !place?.namespace ? "unknown" : "no";
}
