package io.pveplan.render.ceph;

import io.pveplan.render.text.Command;

/** Questions to a running Ceph that a script waits for or guards with. */
final class CephGates {

  private CephGates() {}

  /** Whether a file or directory is there on the node. */
  static Command there(String path) {
    return Command.of("stat", path);
  }

  /** Whether a monitor is in the quorum: the plain answer ends with the names of those that are. */
  static Command inQuorum(String monitor) {
    return shell("ceph mon stat | grep --quiet --extended-regexp" + " \"quorum [0-9,]+ ([^ ]*,)?"
        + monitor + "([, ]|\\$)\"");
  }

  static Command managerActive() {
    return shell("ceph mgr stat | grep --quiet '\"available\": true'");
  }

  /** Whether a device holds an OSD already; ceph-volume wants the real name of it. */
  static Command holdsOsd(String device) {
    return shell("ceph-volume lvm list \"$(readlink --canonicalize " + device + ")\"");
  }

  /** Whether so many OSDs of a node, or of the cluster, are up. */
  static Command osdsUp(String bucket, int number) {
    return shell("[ \"$(ceph osd tree-from " + bucket + " up | grep --count 'osd[.]')\" -ge "
        + number + " ]");
  }

  static Command allClean() {
    return shell(
        "ceph pg stat | grep --quiet --extended-regexp '^([0-9]+) pgs: \\1 active[+]clean[;,]'");
  }

  static Command standby() {
    return shell("ceph mds stat | grep --quiet 'up:standby'");
  }

  static Command active(String fileSystem) {
    return shell("ceph mds stat | grep --quiet --extended-regexp '(^| )" + fileSystem
        + ":[0-9]+ .*up:active'");
  }

  /** Whether the answer of a program has a line of this form. */
  static Command says(String question, String line) {
    return shell(question + " | grep --quiet --extended-regexp '^" + line + "$'");
  }

  // Nothing in it needs quoting: names in a plan have none but letters, digits, dots, dashes and
  // underscores, devices also /:+=@ (NameFormat).
  private static Command shell(String text) {
    return Command.of("bash", "-c", text);
  }
}
