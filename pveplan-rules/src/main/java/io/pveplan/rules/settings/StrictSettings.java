package io.pveplan.rules.settings;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.settings.ProfileSetting.becomes;

import java.util.List;

/** What loses data, the cluster or the way in is an error; some advice is a warning. */
final class StrictSettings {

  static final List<ProfileSetting> ALL = List.of(
      becomes("BCK-001", WARNING, ERROR, "a guest without backup is lost with its disks"),
      becomes("BCK-002", WARNING, ERROR, "without its configuration a node is not rebuilt in time"),
      becomes("BCK-017", WARNING, ERROR, "fire and theft take the backups too"),
      becomes("BCK-021", WARNING, ERROR, "without the key there is no backup"),
      becomes("BCK-028", INFO, WARNING, "a restore nobody has rehearsed takes days"),
      becomes("BCK-029", INFO, WARNING, "a missed run is noticed when the backup is needed"),
      becomes("CAP-003", WARNING, ERROR, "the loss of one node must not stop guests"),
      becomes("CEPH-005", WARNING, ERROR, "with one copy left the next disk loses data"),
      becomes("CEPH-006", WARNING, ERROR, "with two copies one failed disk leaves one"),
      becomes("CEPH-016", INFO, WARNING, "recovery must not slow the guests down"),
      becomes("CEPH-039", INFO, WARNING, "a cluster that can not heal waits for hands"),
      becomes("CLU-003", WARNING, ERROR, "the loss of one vote must not stop the cluster"),
      becomes("CLU-007", INFO, WARNING, "a tie must not stop the cluster"),
      becomes("CLU-025", WARNING, ERROR, "one cable must not stop the cluster"),
      becomes("CLU-031", INFO, WARNING, "a card that fails silently does not switch over"),
      becomes("GST-027", WARNING, ERROR, "a power failure loses what guests believe to be written"),
      becomes("GST-029", INFO, WARNING, "a backup without frozen file systems may not be whole"),
      becomes("HA-023", INFO, WARNING, "a kernel that hangs does not reset itself"),
      becomes("HA-024", INFO, WARNING, "what a shutdown does to guests is to be chosen"),
      becomes("HA-030", INFO, WARNING, "what is critical must restart by itself"),
      becomes("LOC-035", INFO, WARNING, "replication must not slow the guests down"),
      becomes("NODE-009", INFO, WARNING, "a guest may stop after a move"),
      becomes("NODE-015", INFO, WARNING, "memory errors reach the disks"),
      becomes("NODE-024", INFO, WARNING, "an upgrade must not rename the network"),
      becomes("NODE-026", INFO, WARNING, "untested updates do not belong here"),
      becomes("SEC-001", WARNING, ERROR, "the way in must be closed"),
      becomes("SEC-012", WARNING, ERROR, "a stolen password must not be enough"),
      becomes("SEC-015", WARNING, ERROR, "a guest must not reach the way in"),
      becomes("SEC-016", INFO, WARNING, "nobody can tell the right server from a wrong one"),
      becomes("SHR-004", INFO, WARNING, "a server that answers late stops all guests"),
      becomes("TF-015", INFO, WARNING, "nobody can tell the right server from a wrong one"));

  private StrictSettings() {}
}
