/** Steps in the forms in which the service sends them: plain, numbered, with markup, all in one text, as JSON text, as actions. */
export const remediationSteps: readonly (readonly string[])[] = [
  [
    "Review the activity with the owner of the workload.",
    "If it is not expected, isolate the pod with a network policy and capture its state.",
    "Rotate the credentials that the pod could reach.",
  ],
  [
    "1. Find out who started the process in the listed container.",
    "2. Delete the pod: <code>kubectl delete pod <pod-name> -n <namespace></code>",
    "3. Escalate to your security team.",
  ],
  [
    'Check the image for the file that was run.<br>Rebuild it from a trusted base.<br/>See <a href="https://learn.microsoft.com/azure/defender-for-cloud/">the guide</a>.',
  ],
  [
    "**Contain**: cordon the node.\nCollect evidence.\n\n- Reimage the node pool\n- [Review the role bindings](https://learn.microsoft.com/azure/aks/)",
  ],
  ['["1. Check who changed the workload.","2. Undo the change."]'],
  [
    JSON.stringify({
      kind: "openBlade",
      displayValue: "Review the role bindings of the cluster",
      extension: "Microsoft_Azure_ExampleBlades",
      detailBlade: "RoleBindings",
    }),
    "Tell the owner of the workload.",
  ],
];
