package io.pveplan.rules.settings;

import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.settings.ProfileSetting.becomes;
import static io.pveplan.rules.settings.ProfileSetting.off;

import java.util.List;

/** What a lab does not have is advice, or is not asked for. */
final class LabSettings {

  static final List<ProfileSetting> ALL = List.of(
      becomes("BCK", WARNING, INFO, "a lab is built again rather than restored"),
      off("BCK", INFO, "nobody waits for a lab to come back"),
      becomes("CAP-003", WARNING, INFO, "a lab may do without some guests when a node is gone"),
      becomes("CAP-004", WARNING, INFO, "a lab may do without a guest when its node is gone"),
      becomes("CAP-006", WARNING, INFO, "the guests of a lab are idle most of the time"),
      becomes("CAP-010", WARNING, INFO, "a lab stands in one place"),
      becomes("CAP-013", WARNING, INFO, "a lab has one of everything"),
      off("CAP-015", INFO, "a lab is built from the machines there are"),
      becomes("CEPH-002", WARNING, INFO, "a lab tries Ceph on the machines there are"),
      becomes("CEPH-007", WARNING, INFO, "a lab may do without its Ceph while a monitor is gone"),
      becomes("CEPH-010", WARNING, INFO, "a lab stands in one place"),
      becomes("CEPH-011", WARNING, INFO, "a lab may do without the manager for a while"),
      off("CEPH-016", INFO, "a lab has few networks"),
      becomes("CEPH-017", WARNING, INFO, "a lab has the network it has"),
      becomes("CEPH-018", WARNING, INFO, "a lab has few networks"),
      becomes("CEPH-020", WARNING, INFO, "a lab has few disks"),
      off("CEPH-021", INFO, "a lab has the disks it has"),
      off("CEPH-039", INFO, "a lab waits until the node is back"),
      becomes("CLU-003", WARNING, INFO, "two machines are a lab"),
      off("CLU-007", INFO, "a lab has no third place for a vote"),
      becomes("CLU-009", WARNING, INFO, "the QDevice of a lab runs where there is room"),
      becomes("CLU-025", WARNING, INFO, "a lab has one switch"),
      becomes("CLU-026", WARNING, INFO, "a lab has one switch"),
      becomes("CLU-027", WARNING, INFO, "a lab has few ports"),
      becomes("CLU-028", WARNING, INFO, "a lab has few networks"),
      off("HA-023", INFO, "a lab has no watchdog card"),
      becomes("MIG-013", WARNING, INFO, "a lab has few networks"),
      becomes("MIG-014", WARNING, INFO, "nobody listens in a lab"),
      becomes("NET-023", WARNING, INFO, "a lab has few networks"),
      becomes("NET-024", WARNING, INFO, "a lab has few networks"),
      becomes("NET-025", WARNING, INFO, "a lab has few ports"),
      becomes("NET-029", WARNING, INFO, "a lab has one switch"),
      becomes("NODE-008", WARNING, INFO, "a lab is built from the machines there are"),
      off("NODE-009", INFO, "a lab is built from the machines there are"),
      becomes("NODE-010", WARNING, INFO, "a lab has few ports"),
      off("NODE-011", WARNING, "a lab machine has one power supply"),
      off("NODE-012", WARNING, "a lab hangs on one circuit"),
      off("NODE-013", WARNING, "a lab has no UPS"),
      off("NODE-014", WARNING, "somebody can walk to a lab machine"),
      off("NODE-015", INFO, "a lab machine has no ECC memory"),
      becomes("NODE-017", WARNING, INFO, "a lab has the disks it has"),
      becomes("NODE-018", WARNING, INFO, "a lab machine is installed again"),
      off("NODE-026", INFO, "a lab has no subscription"),
      off("SDN-046", INFO, "a lab is where previews are tried"),
      becomes("SEC-001", WARNING, INFO, "a lab is not reachable from outside"),
      becomes("SEC-012", WARNING, INFO, "a lab is not reachable from outside"),
      becomes("SEC-013", WARNING, INFO, "everybody in a lab is its administrator"),
      becomes("SEC-015", WARNING, INFO, "a lab has few networks"),
      off("SEC-016", INFO, "a lab has no certificate authority"),
      off("SHR-004", INFO, "a lab has the storage it has"),
      becomes("SHR-005", WARNING, INFO, "a lab has one storage server"),
      becomes("SHR-017", WARNING, INFO, "a lab has few ports"),
      becomes("SHR-018", WARNING, INFO, "a lab has one switch"),
      becomes("SHR-025", WARNING, INFO, "a lab has few networks"),
      becomes("TF-001", WARNING, INFO, "everybody in a lab is its administrator"),
      off("TF-015", INFO, "a lab has no certificate authority"));

  private LabSettings() {}
}
