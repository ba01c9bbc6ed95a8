package io.pveplan.rules.migration;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.migration.MigratabilityTest.NAS;
import static io.pveplan.rules.migration.MigratabilityTest.PVE1;
import static io.pveplan.rules.migration.MigratabilityTest.PVE2;
import static io.pveplan.rules.migration.MigratabilityTest.PVE3;
import static io.pveplan.rules.migration.MigratabilityTest.TANK;
import static io.pveplan.rules.migration.MigratabilityTest.lab;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.Affinity;
import org.junit.jupiter.api.Test;

class PlannedMoveFilesTest {

  private static ClusterPlan plan() {
    return lab(c -> {
      var app =
          c.vm(200, "app", v -> v.node(PVE1).memory(gib(8)).dirtyRate(gbit(4)).disk(NAS, gib(8)));
      var db = c.vm(201, "db", v -> v.node(PVE1).cpuType("host").disk(TANK, gib(8)));
      var one = c.vm(210, "one", v -> v.node(PVE2).memory(gib(1)).disk(NAS, gib(8)));
      var two = c.vm(211, "two", v -> v.node(PVE2).memory(gib(1)).disk(NAS, gib(8)));
      var dns = c.container(
          300, "dns", containerTemplate(NAS, "a.tar.zst"), TANK, gib(1), t -> t.node(PVE1));
      c.ha(h -> h.resources(one, two).resourceAffinity("pair", Affinity.POSITIVE, one, two));
      c.migrate(app, PVE2, m -> m.online());
      c.migrate(db, PVE3, m -> m.online().withLocalDisks());
      c.migrate(one, PVE1, m -> m.online());
      c.migrate(dns, PVE2, m -> {});
    });
  }

  @Test
  void the_text_has_the_command_of_each_or_what_refuses_it() {
    assertThat(MigratabilityReport.of(plan()).toText()).contains("""

            Planned moves
            200 app to pve2
              on pve1: qm migrate 200 pve2 --online
              live: 8GiB of memory, 18 s
            201 db to pve3
              refused: 201 can not be moved to pve3: storage tank of scsi0 is not there
            210 one to pve1
              on any node: ha-manager migrate vm:210 pve1
              live: 1GiB of memory, 2 s or more
              211 goes along: 1GiB of memory, 2 s or more
            300 dns to pve2
              on pve1: pct migrate 300 pve2 --restart
              restart: 1GiB of disks, 2 s without the restart

            What is in the way
            """);
  }

  @Test
  void the_table_has_the_same() {
    MigratabilityReport report = MigratabilityReport.of(plan());

    assertThat(report.files().keySet())
        .containsExactly(
            "migratability.txt",
            "migratability.csv",
            "migratability-blockers.csv",
            "migratability-moves.csv");
    assertThat(report.movesToCsv()).isEqualTo("""
            guest,name,from,to,way,run_on,command,seconds,time,along,not_told,refused
            200,app,pve1,pve2,live,pve1,qm migrate 200 pve2 --online,18,"8GiB of memory, 18 s",,,
            201,db,pve1,pve3,no,,,,,,,201 can not be moved to pve3: storage tank of scsi0 is not there
            210,one,pve2,pve1,live,any node,ha-manager migrate vm:210 pve1,4,"1GiB of memory, 2 s or more",211,,
            300,dns,pve1,pve2,restart,pve1,pct migrate 300 pve2 --restart,,"1GiB of disks, 2 s without the restart",,,
            """);
  }
}
