package io.pveplan.rules.migration;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.migration.MigratabilityTest.NAS;
import static io.pveplan.rules.migration.MigratabilityTest.PVE1;
import static io.pveplan.rules.migration.MigratabilityTest.PVE2;
import static io.pveplan.rules.migration.MigratabilityTest.TANK;
import static io.pveplan.rules.migration.MigratabilityTest.lab;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import org.junit.jupiter.api.Test;

class MigratabilityReportTest {

  private static ClusterPlan plan() {
    return lab(c -> {
      c.vm(200, "app", v -> v.node(PVE1).cpuType("x86-64-v3").disk(TANK, gib(8)).nic("vmbr1"));
      c.vm(
          201, "app2", v -> v.node(PVE1).cpuType("x86-64-v3").disk(TANK, gib(8)).nic("vmbr1"));
      c.vm(202, "web", v -> v.node(PVE2).cpuType("host").disk(NAS, gib(8)).nic("vmbr0"));
    });
  }

  @Test
  void the_text_has_the_matrix_and_what_is_in_the_way() {
    assertThat(MigratabilityReport.of(plan()).toText()).isEqualTo("""
            Moves of guests in lab
            CPU type that all nodes have: x86-64-v3 (Intel, AMD)
            live: goes on running; restart: a container is stopped and started; offline: only while it is
            stopped; no: refused, or it would not run there; ?: the plan does not tell all that matters

            guest     on    pve1   pve2  pve3
            200 app   pve1  here   live  no
            201 app2  pve1  here   live  no
            202 web   pve2  live?  here  offline?

            What is in the way
            200 app, 201 app2
              pve3: storage tank of scsi0 is not there
              pve3: bridge vmbr1 is not there
              pve3: the CPU there is of another vendor (while it runs)
            202 web
              pve3: the CPU there is of another vendor (while it runs)

            What the plan does not tell
              CPU flags of pve2 and pve1
              CPU flags of pve2 and pve3
            """);
  }

  @Test
  void the_tables_have_the_same() {
    MigratabilityReport report = MigratabilityReport.of(plan());

    assertThat(report.files().keySet())
        .containsExactly("migratability.txt", "migratability.csv", "migratability-blockers.csv");
    assertThat(report.toCsv()).isEqualTo("""
            guest,name,on,local_disks,pve1,pve2,pve3
            200,app,pve1,true,here,live,no
            201,app2,pve1,true,here,live,no
            202,web,pve2,false,live?,here,offline?
            """);
    assertThat(report.blockersToCsv()).isEqualTo("""
            guest,name,on,kind,part,what,state,nodes,text
            200,app,pve1,storage,scsi0,tank,any,pve3,storage tank of scsi0 is not there
            200,app,pve1,bridge or VNet,net0,vmbr1,any,pve3,bridge vmbr1 is not there
            200,app,pve1,CPU vendor,,AMD,running,pve3,the CPU there is of another vendor
            201,app2,pve1,storage,scsi0,tank,any,pve3,storage tank of scsi0 is not there
            201,app2,pve1,bridge or VNet,net0,vmbr1,any,pve3,bridge vmbr1 is not there
            201,app2,pve1,CPU vendor,,AMD,running,pve3,the CPU there is of another vendor
            202,web,pve2,CPU vendor,,AMD,running,pve3,the CPU there is of another vendor
            """);
  }
}
