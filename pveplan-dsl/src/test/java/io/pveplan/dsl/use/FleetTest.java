package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NetworkAddress;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.VmProfile;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.json.PlanFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetTest {

  private static final VmProfile WEB = vmProfile("web", v -> v.cores(4));

  private static ClusterPlan plan(Consumer<? super ClusterSpec> block) {
    return cluster("prod", block);
  }

  private static List<NodeRef> nodes(ClusterSpec c) {
    return c.nodes(
        List.of("pve1", "pve2", "pve3"),
        name -> name,
        (n, name) -> n.bridge("vmbr0", b -> b.over("eno1")));
  }

  @Test
  void a_profile_makes_a_guest_of_each_vmid() {
    List<GuestRef> handles = new ArrayList<>();

    ClusterPlan plan = plan(c -> handles.addAll(c.vms(vmids(200, 202), WEB)));

    assertThat(plan.guests())
        .extracting(Guest::vmid, Guest::name)
        .map(Object::toString)
        .containsExactly("(200, \"web01\")", "(201, \"web02\")", "(202, \"web03\")");
    assertThat(plan.guests()).allSatisfy(guest -> {
      assertThat(guest.fleet()).contains("web");
      assertThat(guest.cores()).hasValue(4);
    });
    assertThat(handles).containsExactly(GuestRef.of(200), GuestRef.of(201), GuestRef.of(202));
  }

  @Test
  void a_block_says_what_differs_from_guest_to_guest() {
    ClusterPlan plan =
        plan(c -> c.vms(vmids(200, 201), WEB, (v, number) -> v.cores(number).tags("n" + number)));

    assertThat(plan.guests())
        .extracting(guest -> guest.cores().getAsInt() + " " + guest.tags())
        .containsExactly("1 [n1]", "2 [n2]");
  }

  @Test
  void the_names_stay_when_there_are_a_hundred() {
    ClusterPlan plan = plan(c -> c.vms(vmids(200, 300), WEB));

    assertThat(plan.guests())
        .extracting(Guest::name)
        .startsWith("web01", "web02")
        .endsWith("web99", "web100", "web101");
  }

  @Test
  void another_range_of_a_profile_counts_on() {
    ClusterPlan plan = plan(c -> {
      c.vms(vmids(200, 201), WEB);
      c.vms(vmids(500, 501).numberedFrom(3), WEB);
    });

    assertThat(plan.guests())
        .extracting(Guest::name)
        .containsExactly("web01", "web02", "web03", "web04");
  }

  @Test
  void containers_have_profiles_too() {
    ClusterPlan plan = plan(c -> {
      var nas = c.storage(nfs("nas", "192.0.2.5", "/export"), s -> {});
      var dns = containerProfile(
          "dns", containerTemplate(nas, "debian-13.tar.zst"), nas, gib(4), t -> t.memory(mib(512)));
      c.containers(vmids(310, 311), dns, (t, number) -> t.spreadOver(nodes(number, c)));
    });

    assertThat(plan.guests())
        .allSatisfy(guest -> {
          assertThat(guest).isInstanceOf(Container.class);
          assertThat(guest.fleet()).contains("dns");
        })
        .extracting(guest -> guest.name() + " " + guest.node().orElseThrow())
        .containsExactly("dns01 pve1", "dns02 pve2");
  }

  private static List<NodeRef> nodes(int number, ClusterSpec c) {
    return number == 1 ? nodes(c) : List.of(NodeRef.named("pve1"), NodeRef.named("pve2"));
  }

  @Test
  void a_profile_makes_templates_that_others_are_cloned_from() {
    ClusterPlan plan = plan(c -> {
      var nodes = nodes(c);
      var images = c.templates(vmids(9001, 9003), vmProfile("image", v -> v.spreadOver(nodes)));
      c.vms(
          vmids(200, 203),
          vmProfile("web", v -> v.spreadOver(nodes)),
          (v, number) -> v.linkedCloneOf(images.get((number - 1) % 3)));
    });

    assertThat(plan.guests())
        .map(Vm.class::cast)
        .extracting(vm -> vm.name() + " " + vm.node().orElseThrow() + " "
            + vm.clone().map(it -> it.template() + " " + it.full()).orElse("-"))
        .containsExactly(
            "image01 pve1 -",
            "image02 pve2 -",
            "image03 pve3 -",
            "web01 pve1 9001 false",
            "web02 pve2 9002 false",
            "web03 pve3 9003 false",
            "web04 pve1 9001 false");
  }

  @Test
  void addresses_are_counted_from_the_number_or_from_the_first() {
    ClusterPlan plan = plan(c -> {
      nodes(c);
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      var lan6 = c.network("lan6", "2001:db8::/64", net -> {});
      var web = vmProfile(
          "web",
          v -> v.nic("vmbr0")
              .nic("vmbr0")
              .cloudInit(s -> s.address(0, lan.guestAddress(20))
                  .address(0, lan6.guestAddress())
                  .address(1, lan.guestAddressFrom("10.0.0.81"))));
      c.vms(vmids(200, 201), web);
    });

    assertThat(plan.guests())
        .map(Vm.class::cast)
        .map(vm -> vm.cloudInit().orElseThrow().ipConfigs().stream()
            .map(it -> it.address().orElseThrow().address().toString())
            .toList())
        .containsExactly(
            List.of("10.0.0.21/24", "2001:db8::1/64", "10.0.0.81/24"),
            List.of("10.0.0.22/24", "2001:db8::2/64", "10.0.0.82/24"));
  }

  @Test
  void a_guest_more_changes_none() {
    ClusterPlan few = plan(c -> fleet(c, 119));
    ClusterPlan more = plan(c -> fleet(c, 120));

    assertThat(more.guests()).startsWith(few.guests().toArray(Guest[]::new)).hasSize(21);
  }

  private static void fleet(ClusterSpec c, int last) {
    var nodes = nodes(c);
    var lan = c.network("lan", "10.0.0.0/24", net -> {});
    c.vms(
        vmids(100, last),
        vmProfile(
            "web",
            v -> v.spreadOver(nodes)
                .nic("vmbr0")
                .cloudInit(s -> s.address(0, lan.guestAddress(20)))));
  }

  @Test
  void a_fleet_survives_json() {
    ClusterPlan plan = plan(c -> {
      c.macsFromVmids(3);
      fleet(c, 119);
    });

    assertThat(PlanFormat.JSON.read(PlanFormat.JSON.write(plan))).isEqualTo(plan);
    assertThat(PlanFormat.YAML.read(PlanFormat.YAML.write(plan))).isEqualTo(plan);
  }

  @Test
  void names_stand_for_vmids() {
    ClusterPlan one = plan(c -> {
      c.vmidsByName(vmids(100_000, 199_999));
      c.vm("jump", v -> {});
      c.vm("db", v -> {});
    });
    ClusterPlan other = plan(c -> {
      c.vmidsByName(vmids(100_000, 199_999));
      c.vm("app", v -> {});
      c.vm("db", v -> {});
      c.vm("JUMP", v -> {});
    });

    assertThat(one.guests())
        .extracting(guest -> guest.vmid().value())
        .containsExactly(127_574, 166984);
    assertThat(other.guests())
        .extracting(guest -> guest.vmid().value())
        .containsExactly(158255, 166984, 127_574);
  }

  @Test
  void what_is_wrong_with_a_range_is_told_once() {
    assertThat(Refused.problems(c -> {
          c.vm(201, "db", v -> {});
          c.vms(vmids(200, 209), WEB);
          c.vms(vmids(205, 215), vmProfile("app", v -> {}));
          c.vms(vmids(99, 110), WEB);
          c.vms(vmids(310, 301), WEB);
          c.vms(vmids(1_000_000, 1_100_000), WEB);
          c.vms(vmids(400, 401), vmProfile("a b", v -> {}));
          c.vms(vmids(402, 403).numberedFrom(-1), vmProfile("c", v -> {}));
        }))
        .map(FleetTest::withoutLines)
        .containsExactly(
            "fleet/web: the VMIDs 200 to 209 are not free: 201 of db [GST-002]",
            "fleet/app: the VMIDs 205 to 215 are not free: 205 of web06, 206 of web07, 207 of web08"
                + " and 2 more [GST-002]",
            "fleet/web: 99 is not a VMID [GST-001]",
            "fleet/web: the range of VMIDs 310 to 301 ends before it begins [GST-001]",
            "fleet/web: the range of VMIDs 1000000 to 1100000 has 100001 of them, at most 100000"
                + " are allowed [GST-001]",
            "fleet/a b: \"a b\" is not the name of a profile [GST-004]",
            "fleet/c: number -1 of the first guest is outside 0 to 1000000");
  }

  private static String withoutLines(String problem) {
    return problem.replaceAll(" \\(FleetTest.java:\\d+\\)", "");
  }

  @Test
  void what_is_wrong_with_a_profile_is_told_once() {
    assertThat(Refused.problems(c -> {
          nodes(c);
          c.vms(
              vmids(200, 219),
              vmProfile("web", v -> v.cores(0).memory(gib(-1)).tags("two words")),
              (v, number) -> v.sockets(number == 7 ? 65 : 1));
          c.vms(vmids(300, 301), vmProfile("app", v -> v.nic("vmbr9")));
        }))
        .containsExactly(
            "guest/200/memory: -1GiB is a negative size, and so for 19 more guests of profile web",
            "guest/200/tags: \"two words\" is not a tag, and so for 19 more guests of profile web"
                + " [GST-034]",
            "guest/200/cores: number of cores 0 is outside 1 to 8192, and so for 19 more guests of"
                + " profile web",
            "guest/206/sockets: number of sockets 65 is outside 1 to 64",
            "guest/300/net0: there is no bridge or VNet \"vmbr9\", and so for 1 more guest of profile"
                + " app");
  }

  @Test
  void numbers_are_of_profiles_only() {
    assertThat(Refused.problems(c -> {
          var nodes = nodes(c);
          var lan = c.network("lan", "10.0.0.0/24", net -> {});
          c.vm(
              200,
              "web",
              v -> v.spreadOver(nodes)
                  .nic("vmbr0")
                  .cloudInit(s -> s.address(0, lan.guestAddress(20))));
          c.vms(vmids(300, 301), vmProfile("app", v -> v.spreadOver(List.of())));
          c.vms(
              vmids(400, 401),
              vmProfile(
                  "far",
                  v -> v.nic("vmbr0")
                      .cloudInit(s -> s.address(0, lan.guestAddressFrom("10.0.0.254")))));
        }))
        .containsExactly(
            "guest/200/node: there is no guest with a number here to spread over nodes",
            "guest/200/cloud-init/net0/address: there is no guest with a number here to take the"
                + " address of",
            "guest/300/node: there are no nodes to spread guests over, and so for 1 more guest of"
                + " profile app",
            "guest/401/cloud-init/net0/address: guestAddressFrom(\"10.0.0.254\") has no address in"
                + " 10.0.0.0/24 for a guest above number 1");
  }

  @Test
  void a_fleet_without_room_for_its_addresses_is_told_once() {
    assertThat(Refused.problems(c -> {
          nodes(c);
          var lan = c.network("lan", "10.0.0.0/24", net -> {});
          c.vms(vmids(200, 299), withAddress("web", lan.guestAddress(200)));
          c.vms(vmids(300, 302), withAddress("far", lan.guestAddress(300)));
          c.vms(vmids(400, 405), withAddress("low", lan.guestAddress(-3)));
          c.vms(vmids(500, 501), withAddress("huge", lan.guestAddress(Long.MAX_VALUE)));
        }))
        .containsExactly(
            "guest/254/cloud-init/net0/address: guestAddress(200) has no address in 10.0.0.0/24 for"
                + " a guest above number 54, and so for 45 more guests of profile web",
            "guest/300/cloud-init/net0/address: guestAddress(300) has no address in 10.0.0.0/24 for"
                + " any guest, and so for 2 more guests of profile far",
            "guest/400/cloud-init/net0/address: guestAddress(-3) has no address in 10.0.0.0/24 for a"
                + " guest below number 4, and so for 2 more guests of profile low",
            "guest/500/cloud-init/net0/address: guestAddress(9223372036854775807) has no address in"
                + " 10.0.0.0/24 for any guest, and so for 1 more guest of profile huge");
  }

  private static VmProfile withAddress(String name, NetworkAddress address) {
    return vmProfile(name, v -> v.nic("vmbr0").cloudInit(s -> s.address(0, address)));
  }

  @Test
  void guests_without_vmid_need_a_range_and_a_name_of_their_own() {
    assertThat(Refused.problems(c -> {
          c.vm("early", v -> {});
          c.vmidsByName(vmids(300, 301));
          c.vm("a", v -> {});
          c.vm("b", v -> {});
          c.vm("c", v -> {});
        }))
        .map(FleetTest::withoutLines)
        .containsExactly(
            "guest/early: guest early has no VMID [GST-001]",
            "guest/b: VMID 301 that guest b gets by its name is that of a [GST-002]",
            "guest/c: VMID 301 that guest c gets by its name is that of a [GST-002]");
  }

  @Test
  void a_problem_has_the_line_of_the_caller() {
    PlanProblem problem = Refused.exception(c -> {
          c.vm(205, "db", v -> {});
          c.vms(vmids(200, 209), WEB);
        })
        .problems()
        .get(0);

    assertThat(problem.declaredAt().orElseThrow().file()).isEqualTo("FleetTest.java");
    assertThat(problem.toString())
        .matches("(?s)fleet/web: the VMIDs 200 to 209 are not free: 205 of db"
            + " \\(FleetTest.java:\\d+\\) \\[GST-002]  \\(FleetTest.java:\\d+\\)\n"
            + "    Take a range without VMIDs of other guests, or several ranges;"
            + " numberedFrom\\(\\.\\.\\) counts on\\.");
  }

  @Test
  void ten_thousand_guests_are_declared_in_a_call() {
    ClusterPlan plan = plan(c -> c.vms(vmids(100_000, 109_999), WEB));

    assertThat(plan.guests()).hasSize(10_000);
    assertThat(plan.guests())
        .extracting(Guest::name)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 10_000)
            .mapToObj(number -> number < 10 ? "web0" + number : "web" + number)
            .toList());
  }
}
