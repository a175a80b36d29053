import { Icon } from "@fluentui/react";
import { fillIn } from "../../../Client/Core/fillIn";
import {
  componentKinds,
  type ComponentKind,
  type VulnerableComponent,
} from "../../../Client/Vulnerabilities/vulnerability";
import type { Column, Filter } from "../../Kit/Model/findingsTab";
import { controllerText, kindText, kindWords, nameText } from "./componentWords";
import { ManagedMark } from "./ManagedMark";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

const icons: Readonly<Record<ComponentKind, string>> = {
  container: "WebAppBuilderModule",
  nodePool: "Server",
  cluster: "CubeShape",
  other: "Unknown",
};

/** Columns that only vulnerable components have. */
export const componentColumns: readonly Column<VulnerableComponent>[] = [
  {
    key: "resource",
    label: Vulnerabilities.columnResource,
    value: nameText,
    text: (component) => fillIn(Vulnerabilities.resourceWithKind, nameText(component), kindText(component)),
    render: (component) => (
      <>
        <Icon
          iconName={icons[component.kind]}
          title={kindText(component)}
          aria-label={kindText(component)}
          role="img"
          aria-hidden={false}
          styles={{ root: { marginRight: 8 } }}
        />
        {nameText(component)}
        {component.isManagedByAks && <ManagedMark />}
      </>
    ),
    width: 150,
    grow: 1,
    isRowHeader: true,
  },
  {
    key: "pod",
    label: Vulnerabilities.columnPod,
    value: ({ place }) => place?.pod || undefined,
    width: 110,
    grow: 1,
  },
  {
    key: "namespace",
    label: Vulnerabilities.columnNamespace,
    value: ({ place }) => place?.namespace || undefined,
    width: 90,
  },
  {
    key: "image",
    label: Vulnerabilities.columnImage,
    value: ({ place }) => place?.image.reference || undefined,
    width: 150,
    grow: 2,
  },
];

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
    valuesOf: ({ kind }) => [kindWords[kind]],
    order: componentKinds.map((kind) => kindWords[kind]),
  },
  {
    key: "managed",
    label: Vulnerabilities.filterManaged,
    pinned: false,
    valuesOf: ({ isManagedByAks }) => [
      isManagedByAks ? Vulnerabilities.managedAks : Vulnerabilities.managedOther,
    ],
    order: [Vulnerabilities.managedAks, Vulnerabilities.managedOther],
  },
  {
    key: "image",
    label: Vulnerabilities.columnImage,
    pinned: false,
    valuesOf: ({ place }) => [place?.image.reference ?? ""],
    labelOf: (value) => value || Vulnerabilities.none,
  },
  {
    key: "controller",
    label: Vulnerabilities.filterController,
    pinned: false,
    valuesOf: ({ place }) => [controllerKey(place)],
    labelOf: (value) => value.slice(value.indexOf("/") + 1) || Vulnerabilities.none,
  },
];

/** Controllers of one name in two namespaces are two. No name of a namespace holds a slash. */
function controllerKey(place: VulnerableComponent["place"]): string {
  const text = place ? controllerText(place) : "";
  return place && text !== "" ? `${place.namespace}/${text}` : "";
}
