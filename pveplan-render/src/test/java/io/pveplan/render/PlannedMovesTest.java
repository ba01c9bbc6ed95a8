package io.pveplan.render;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ResolvedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedMovesTest {

  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef NAS = StorageRef.named("nas");
  private static final StorageRef TANK = StorageRef.named("tank");

  private static ResolvedPlan plan() {
    return ResolvedPlan.of(cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      var app = c.vm(200, "app", v -> v.node(pve1).disk(NAS, gib(8)));
      var db = c.vm(201, "db", v -> v.node(pve1).disk(TANK, gib(8)));
      var web = c.vm(202, "web", v -> v.node(pve1).disk(NAS, gib(8)));
      var mail = c.vm(203, "mail", v -> v.node(pve1).disk(TANK, gib(8)));
      var dns = c.container(
          300, "dns", containerTemplate(NAS, "a.tar.zst"), TANK, gib(1), t -> t.node(pve1));
      c.ha(h -> h.resources(web));
      c.migrate(app, PVE2, m -> m.online());
      c.migrate(db, PVE2, m -> m.stopped().targetStorage(TANK));
      c.migrate(web, PVE2, m -> m.online());
      c.migrate(dns, PVE2, m -> {});
      c.migrate(mail, PVE2, m -> m.online());
    }));
  }

  private static List<String> moves() {
    String runbook = Bundle.render(plan()).toMap().get("RUNBOOK.md");
    return runbook.lines().filter(line -> line.startsWith("- `migration/")).toList();
  }

  @Test
  void ha_has_no_command_for_another_storage() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      var web = c.vm(202, "web", v -> v.node(pve1).disk(TANK, gib(8)));
      c.ha(h -> h.resources(web));
      c.migrate(web, PVE2, m -> m.online().targetStorage(NAS));
    });

    assertThat(Bundle.render(plan)
            .toMap()
            .get("RUNBOOK.md")
            .lines()
            .filter(line -> line.startsWith("- `migration/")))
        .containsExactly(
            "- `migration/202/pve2`: move guest 202 to pve2 and what it has on local storages to nas:"
                + " HA moves it and knows no other storage, so that there is no command for both:"
                + " running yes; online yes; with local disks no");
  }

  @Test
  void terraform_moves_a_machine_back_that_is_not_under_ha() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var app = c.vm(200, "app", v -> v.node(pve1).disk(NAS, gib(8)));
      var web = c.vm(201, "web", v -> v.node(pve1).disk(NAS, gib(8)));
      var own = c.vm(202, "own", v -> v.node(pve1).disk(NAS, gib(8)));
      var dns = c.container(
          300, "dns", containerTemplate(NAS, "a.tar.zst"), NAS, gib(1), t -> t.node(pve1));
      c.ha(h -> h.resources(web));
      c.terraform(t -> t.guests(app, web, dns));
      c.migrate(app, PVE2, m -> m.online());
      c.migrate(web, PVE2, m -> m.online());
      c.migrate(own, PVE2, m -> m.online());
      c.migrate(dns, PVE2, m -> {});
    });

    assertThat(Bundle.render(plan)
            .toMap()
            .get("RUNBOOK.md")
            .lines()
            .filter(line -> line.startsWith("- `migration/")))
        .containsExactly(
            "- `migration/200/pve2`: move guest 200 to pve2 by `qm migrate 200 pve2 --online` on"
                + " pve1: running yes; change its node in the plan afterwards, or the next"
                + " `terraform apply` moves it back",
            "- `migration/201/pve2`: move guest 201 to pve2 by `ha-manager migrate vm:201 pve2` on any"
                + " node: running yes",
            "- `migration/202/pve2`: move guest 202 to pve2 by `qm migrate 202 pve2 --online` on"
                + " pve1: running yes",
            "- `migration/300/pve2`: move guest 300 to pve2 by `pct migrate 300 pve2 --restart` on pve1:"
                + " running yes");
  }

  @Test
  void terraform_moves_no_machine_back_that_is_made_with_one_under_ha() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var web = c.vms(
          vmids(200, 201),
          vmProfile("web", v -> v.node(pve1).disk(NAS, gib(8))),
          (v, number) -> {});
      c.ha(h -> h.resources(web.get(0)));
      c.terraform(t -> t.guests(web));
      c.migrate(web.get(1), PVE2, m -> m.online());
    });
    var files = Bundle.render(plan).toMap();

    assertThat(files.get("terraform/bpg/guests/guests.tf")).contains("ignore_changes = [node_name");
    assertThat(files.get("RUNBOOK.md").lines().filter(line -> line.startsWith("- `migration/")))
        .containsExactly(
            "- `migration/201/pve2`: move guest 201 to pve2 by `qm migrate 201 pve2 --online` on"
                + " pve1: running yes");
  }

  @Test
  void a_planned_move_tells_its_command_and_where_it_is_run() {
    assertThat(moves())
        .containsExactly(
            "- `migration/200/pve2`: move guest 200 to pve2 by `qm migrate 200 pve2 --online` on"
                + " pve1: running yes",
            "- `migration/201/pve2`: move guest 201 to pve2 by `qm migrate 201 pve2 --targetstorage tank`"
                + " on pve1: running no",
            "- `migration/202/pve2`: move guest 202 to pve2 by `ha-manager migrate vm:202 pve2` on any"
                + " node: running yes",
            "- `migration/300/pve2`: move guest 300 to pve2 by `pct migrate 300 pve2 --restart` on pve1:"
                + " running yes",
            "- `migration/203/pve2`: move guest 203 to pve2 by `qm migrate 203 pve2 --online"
                + " --with-local-disks` on pve1: running yes");
    assertThat(Bundle.render(plan()).toMap().get("RUNBOOK.md")).contains("""
            Runs on: the operator.

            Do this by hand, and see whether it goes as planned.

            - `migration/200/pve2`""");
  }
}
