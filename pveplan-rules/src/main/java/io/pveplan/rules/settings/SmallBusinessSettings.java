package io.pveplan.rules.settings;

import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.settings.ProfileSetting.becomes;
import static io.pveplan.rules.settings.ProfileSetting.off;

import java.util.List;

/** That everything stands in one room and is there once is accepted. */
final class SmallBusinessSettings {

  static final List<ProfileSetting> ALL = List.of(
      becomes("BCK-028", INFO, WARNING, "nobody else knows how to build the cluster again"),
      becomes("CAP-010", WARNING, INFO, "everything stands in one room"),
      becomes(
          "CAP-013",
          WARNING,
          INFO,
          "one switch and one backup server are accepted, spare parts are near"),
      becomes("CEPH-010", WARNING, INFO, "everything stands in one room"),
      becomes("CLU-009", WARNING, INFO, "the QDevice stands in the same room"),
      becomes("CLU-026", WARNING, INFO, "there is one switch"),
      becomes("MIG-013", WARNING, INFO, "guests move seldom, and while nobody works"),
      becomes("NET-029", WARNING, INFO, "there is one switch"),
      becomes("NODE-012", WARNING, INFO, "the room has one circuit"),
      off("SEC-016", INFO, "there is no certificate authority in the house"),
      becomes("SHR-005", WARNING, INFO, "one storage server is accepted, spare parts are near"),
      becomes("SHR-018", WARNING, INFO, "there is one switch"));

  private SmallBusinessSettings() {}
}
