package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A size or rate that can not be ends its block; the other blocks count. */
class BrokenLeafTest {

  @Test
  void a_refused_leaf_is_told_with_its_line_and_the_other_blocks_count() {
    PlanDefinitionException refused = Refused.exception(c -> {
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
      c.vm(
          200,
          "web",
          v -> v.nic("vmbr0").memory(gib(-1)).cpuType("never reached, or it would be told"));
      c.vm(201, "db", v -> v.disk(StorageRef.named("nope"), gib(8)));
      c.network("ring", "10.0.0.1/24", net -> {});
    });

    assertThat(refused.problems())
        .extracting(problem -> problem.at() + ": " + problem.message())
        .containsExactly(
            "guest/200: -1GiB is a negative size",
            "network/ring: 10.0.0.1/24 is not a subnet: it has host bits",
            "guest/201/scsi0: there is no storage \"nope\"");
    assertThat(refused.problems().get(0).declaredAt().orElseThrow().line()).isEqualTo(26);
  }

  @Test
  void a_guest_that_broke_off_may_be_referred_to() {
    assertThat(Refused.problems(c -> {
          var pve1 = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
          var web =
              c.vm(200, "web", v -> v.cloudInit(s -> s.dhcp(0)).memory(gib(-1)).nic("vmbr0"));
          var db = c.vm(201, "db", v -> {});
          c.ha(h -> h.resources(web, db)
              .resourceAffinity("apart", Affinity.NEGATIVE, web, db)
              .nodeAffinity("home", a -> a.resources(web).nodes(pve1)));
          c.migrate(web, pve1, m -> {});
          c.replicate(web, pve1, s -> {});
          c.terraform(t -> t.guests(web));
        }))
        .containsExactly("guest/200: -1GiB is a negative size");
  }

  @Test
  void a_nested_block_that_broke_off_leaves_the_outer_one_alone() {
    assertThat(Refused.problems(c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.memory(gib(-1)).rack("a b"))
                .nic("eno1", b -> b.speed(gbit(0)).mtu(9))
                .packages("A"))))
        .containsExactly(
            "node/pve1: -1GiB is a negative size",
            "node/pve1/eno1: 0Gbit/s moves no data",
            "node/pve1: \"A\" is not a package name");
  }

  @Test
  void references_are_not_judged_after_a_block_of_declarations_broke_off() {
    assertThat(Refused.problems(c -> {
          c.corosync(k -> k.link(0, NetworkRef.named("ring")));
          c.network("mgmt", "10.0.0.1/24", net -> {});
          c.storage(pbs("pbs1", "10.0.0.9", "store1", "a@pbs", fromEnvironment("not so")), s -> {});
          c.network("ring", "10.0.1.0/24", net -> {});
        }))
        .containsExactly(
            "network/mgmt: 10.0.0.1/24 is not a subnet: it has host bits",
            "cluster: \"not so\" is not the name of an environment variable");
    assertThat(Refused.problems(c -> {
          c.node("pve1", n -> {
            n.nic("eno1");
            Vmid.of(1);
            n.bridge("vmbr0", b -> b.over("eno1"));
          });
          c.vm(200, "web", v -> v.nic("vmbr0").node(NodeRef.named("pve1")));
        }))
        .containsExactly("node/pve1: 1 is not a VMID [GST-001]");
  }

  @Test
  void a_broken_ha_block_does_not_make_its_rules_wrong() {
    assertThat(Refused.problems(c -> {
          var web = c.vm(200, "web", v -> {});
          var db = c.vm(201, "db", v -> {});
          c.ha(h -> {
            h.resourceAffinity("apart", Affinity.NEGATIVE, web, db);
            Vmid.of(1);
            h.resources(web, db);
          });
        }))
        .containsExactly("ha: 1 is not a VMID [GST-001]");
  }

  @Test
  void times_have_an_end() {
    for (Runnable time : List.<Runnable>of(
        () -> minutes(-1), () -> hours(Long.MAX_VALUE), () -> milliseconds(Long.MIN_VALUE))) {
      assertThat(Refused.exception(c -> c.vm(200, "web", v -> time.run())).problems())
          .extracting(PlanProblem::advice)
          .containsExactly("Use a number from 0 to 2147483647.");
    }
  }
}
