package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A size or rate that can not be is told, and everything after it is read all the same. */
class BrokenLeafTest {

  @Test
  void a_refused_leaf_is_told_with_its_line_and_the_rest_is_read() {
    PlanDefinitionException refused = Refused.exception(c -> {
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1")));
      c.vm(200, "web", v -> v.nic("vmbr0").memory(gib(-1)).cpuType("not a type"));
      c.vm(201, "db", v -> v.disk(StorageRef.named("nope"), gib(8)));
      c.network("ring", "10.0.0.1/24", net -> {});
    });

    assertThat(refused.problems())
        .extracting(problem -> problem.at() + ": " + problem.message())
        .containsExactly(
            "guest/200/memory: -1GiB is a negative size",
            "guest/200/cpuType: \"not a type\" is not a CPU type",
            "network/ring/subnet: 10.0.0.1/24 is not a subnet: it has host bits",
            "guest/201/scsi0: there is no storage \"nope\"");
    assertThat(refused.problems().get(0).declaredAt().orElseThrow().line()).isEqualTo(25);
  }

  @Test
  void a_guest_with_a_refused_leaf_may_be_referred_to() {
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
        .containsExactly("guest/200/memory: -1GiB is a negative size");
  }

  @Test
  void a_leaf_in_a_nested_block_leaves_the_rest_alone() {
    assertThat(Refused.problems(c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.memory(gib(-1)).rack("a b"))
                .nic("eno1", b -> b.speed(gbit(0)).mtu(9))
                .packages("A"))))
        .containsExactly(
            "node/pve1/memory: -1GiB is a negative size",
            "node/pve1/rack: \"a b\" is not a name",
            "node/pve1/eno1/speed: 0Gbit/s moves no data",
            "node/pve1/eno1/mtu: 9 is not an MTU that Proxmox takes [NET-013]",
            "node/pve1/packages: \"A\" is not a package name");
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
            "network/mgmt/subnet: 10.0.0.1/24 is not a subnet: it has host bits",
            "storage/pbs1/password: \"not so\" is not the name of an environment variable");
    assertThat(Refused.problems(c -> {
          c.node("pve1", n -> {
            n.nic("eno1");
            Vmid.of(1);
            n.bridge("vmbr0", b -> b.over("eno1"));
          });
          c.vm(200, "web", v -> v.nic("vmbr0").node(NodeRef.named("pve1")));
        }))
        .containsExactly(
            "node/pve1: 1 is not a VMID; the rest of this block was not read [GST-001]");
  }

  @Test
  void a_leaf_among_the_arguments_of_a_declaration_belongs_to_what_is_declared() {
    PlanDefinitionException refused = Refused.exception(c -> {
      c.container(
          100,
          "dns",
          containerTemplate(StorageRef.named("local"), "a.tar.zst"),
          StorageRef.named("local"),
          gib(-1),
          t -> {});
      var size = gib(-2);
      c.node("$(id)", n -> n.bridge("vmbr0", b -> {}));
      c.vm(200, "web", v -> v.memory(gib(-3)).nic("vmbr9", vlan(4095)).disk(nope(), gib(1)));
      c.vm(201, "db", v -> v.memory(size).disk(nope(), size));
      c.vm(202, "app", v -> v.memory(gib(1)).disk(nope(), gib(1)));
    });

    assertThat(refused.problems())
        .extracting(problem -> problem.declaredAt().orElseThrow().line() + " " + problem.at() + ": "
            + problem.message())
        .containsExactly(
            "103 guest/100/rootfs: -1GiB is a negative size",
            "105 guest/201/memory: -2GiB is a negative size",
            "106 node/$(id): \"$(id)\" is not a node name",
            "107 guest/200/memory: -3GiB is a negative size",
            "107 guest/200/net0/tag: 4095 is not a VLAN tag",
            "107 guest/200/scsi0: there is no storage \"nope\"",
            "107 guest/200/net0: there is no bridge or VNet \"vmbr9\"",
            "108 guest/201/scsi0: there is no storage \"nope\"",
            "109 guest/202/scsi0: there is no storage \"nope\"");
  }

  private static StorageRef nope() {
    return StorageRef.named("nope");
  }

  @Test
  void outside_of_a_definition_a_leaf_is_refused_at_once() {
    assertThatThrownBy(() -> gib(-1))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("-1GiB is a negative size");
    Refused.problems(c -> gib(-1));
    assertThatThrownBy(() -> gib(-1)).isInstanceOf(InvalidValueException.class);
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
        .containsExactly("ha: 1 is not a VMID; the rest of this block was not read [GST-001]");
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
