package io.pveplan.render.ceph;

import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions to a running Ceph that a script waits for or guards with. They are put to answers in JSON,
 * whose fields Proxmox VE reads too (pve-manager, PVE/Ceph/Services.pm, PVE/API2/Ceph); the programs of
 * Ceph bring Python along, which {@code ceph} itself is written in.
 */
final class CephGates {

  /** What the questions need in a script. */
  static final String FUNCTIONS = """
      # Whether something is true of d, what Ceph answers to a command.
      ceph_says() {
        local question=$1
        shift
        ceph "$@" --format json | /usr/bin/python3 -c 'import json, sys
      d = json.load(sys.stdin)
      sys.exit(not eval(sys.argv[1]))' "$question"
      }
      export -f ceph_says
      """;

  private CephGates() {}

  /** Whether a file or directory is there on the node. */
  static Command there(String path) {
    return Command.of("stat", path);
  }

  /** Whether Ceph answers at all. */
  static Command answers() {
    return Command.of("ceph", "mon", "stat");
  }

  static Command inQuorum(String monitor) {
    return await(text(monitor) + " in d[\"quorum_names\"]", "quorum_status");
  }

  /** Whether a manager has come up, to stand by or to work. */
  static Command managerUp(String manager) {
    return await(
        "d[\"available\"] and " + text(manager)
            + " in [d[\"active_name\"]] + [m[\"name\"] for m in d[\"standbys\"]]",
        "mgr",
        "dump");
  }

  /**
   * Whether a device holds an OSD already. ceph-volume wants the real name of it, and fails where
   * there is none (ceph, src/ceph-volume/ceph_volume/devices/lvm/listing.py).
   */
  static Command holdsOsd(String device) {
    // Nothing in it needs quoting: devices have letters, digits and /:+=@._- only (NameFormat).
    return Command.of(
        "bash", "-c", "ceph-volume lvm list \"$(readlink --canonicalize " + device + ")\"");
  }

  /** Whether so many OSDs of a node are up. */
  static Command osdsUp(String node, int number) {
    return await(
        "sum(o.get(\"status\") == \"up\" for h in d[\"nodes\"] if h[\"type\"] == \"host\" and h[\"name\"] == "
            + text(node) + " for o in d[\"nodes\"] if o[\"id\"] in h[\"children\"]) >= " + number,
        "osd",
        "tree");
  }

  /** Whether so many OSDs of the cluster are up. */
  static Command osdsUp(int number) {
    return await(
        "sum(o.get(\"status\") == \"up\" for o in d[\"nodes\"]) >= " + number, "osd", "tree");
  }

  /** Whether each placement group is active and clean, whatever else it does: scrubbing for one. */
  static Command allClean() {
    return await(
        "d[\"pgmap\"][\"num_pgs\"] == sum(s[\"count\"] for s in d[\"pgmap\"][\"pgs_by_state\"] if"
            + " {\"active\", \"clean\"} <= set(s[\"state_name\"].split(\"+\")))",
        "status");
  }

  /** Whether a metadata server has come up, to stand by or to work. */
  static Command metadataServer(String id) {
    return await(
        text(id) + " in [m[\"name\"] for m in d[\"fsmap\"][\"standbys\"] + [m for f in"
            + " d[\"fsmap\"][\"filesystems\"] for m in f[\"mdsmap\"][\"info\"].values()]]",
        "mds",
        "stat");
  }

  static Command active(String fileSystem) {
    return await(
        "any(m[\"state\"] == \"up:active\" for f in d[\"fsmap\"][\"filesystems\"] if"
            + " f[\"mdsmap\"][\"fs_name\"] == " + text(fileSystem)
            + " for m in f[\"mdsmap\"][\"info\"].values())",
        "mds",
        "stat");
  }

  static Command pool(String pool) {
    return Command.of("ceph", "osd", "pool", "get", pool, "size");
  }

  static Command poolHas(String pool, String setting, int value) {
    return says("d[" + text(setting) + "] == " + value, "osd", "pool", "get", pool, setting);
  }

  static Command poolHas(String pool, String setting, String value) {
    return says("d[" + text(setting) + "] == " + text(value), "osd", "pool", "get", pool, setting);
  }

  /** Whether all settings of a pool, d, are as a question says; one that is not set is not in d. */
  static Command poolIs(String pool, String question) {
    return says(question, "osd", "pool", "get", pool, "all");
  }

  static Command usedFor(String pool, String application) {
    return says(text(application) + " in d", "osd", "pool", "application", "get", pool);
  }

  /** Whether the cluster has a storage. */
  static Command storage(String id) {
    return Command.of("pvesh", "get", "/storage/" + id).flag("--output-format", "json");
  }

  static Command holds(String bucket, String item) {
    return says(text(item) + " in d", "osd", "crush", "ls", bucket);
  }

  /** The plain answer is a number too, which is JSON (ceph, src/mon/ConfigMonitor.cc, config get). */
  static Command configured(String who, String option, String number) {
    return says("int(d) == " + number, "config", "get", who, option);
  }

  static Command activeServers(String fileSystem, int number) {
    return says("d[\"mdsmap\"][\"max_mds\"] == " + number, "fs", "get", fileSystem);
  }

  private static Command says(String question, String... command) {
    List<String> words = new ArrayList<>(List.of(question));
    words.addAll(List.of(command));
    return Command.of("ceph_says", words.toArray(String[]::new));
  }

  // Waiting ends a try that hangs, which takes a program: a shell that knows the function.
  private static Command await(String question, String... command) {
    List<String> words = new ArrayList<>(List.of("-c", "ceph_says \"$@\"", "-", question));
    words.addAll(List.of(command));
    return Command.of("bash", words.toArray(String[]::new));
  }

  // Names in a plan have letters, digits, dots, dashes and underscores only (NameFormat).
  private static String text(String name) {
    return "\"" + name + "\"";
  }
}
