package io.pveplan.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloneFillingTest {

  private static Vm.Builder vm(int vmid, String name) {
    return Vm.builder().vmid(Vmid.of(vmid)).name(name);
  }

  private static Vm base() {
    return vm(900, "base")
        .template(true)
        .cpuType("x86-64-v3")
        .addCpuFlags("+aes")
        .cores(4)
        .sockets(2)
        .numa(true)
        .memory(DataSize.gib(8))
        .balloon(DataSize.gib(4))
        .serial0(true)
        .agent(true)
        .addBoot("net0")
        .addNic(GuestNic.builder()
            .bridge("vmbr1")
            .tag(VlanTag.of(5))
            .mac(MacAddress.parse("BC:24:11:AA:AA:AA"))
            .build())
        .build();
  }

  private static Vm.Builder clone(int vmid, int template) {
    return vm(vmid, "vm" + vmid)
        .clone(Clone.builder().template(Vmid.of(template)).build());
  }

  private static ResolvedPlan resolved(Vm... vms) {
    return ResolvedPlan.of(ClusterPlan.builder()
        .name("prod")
        .addNode(Node.builder()
            .name("pve1")
            .addInterface(Bridge.builder().name("vmbr1").build())
            .build())
        .addGuests(vms)
        .build());
  }

  private static String filled(ResolvedPlan plan, int vmid) {
    return plan.defaults().stream()
        .filter(it -> it.at().toString().startsWith("guest/" + vmid))
        .map(it -> it.at() + " " + it.field() + " = " + it.value() + " (" + it.source() + ")")
        .collect(joining("\n"));
  }

  @Test
  void a_clone_has_what_its_template_has() {
    ResolvedPlan plan = resolved(
        base(), clone(901, 900).template(true).cores(2).build(), clone(200, 901).build());

    assertThat(filled(plan, 200)).isEqualTo("""
        guest/200 cores = 2 (template 901)
        guest/200 sockets = 2 (template 900)
        guest/200 numa = true (template 900)
        guest/200 cpuType = x86-64-v3 (template 900)
        guest/200 cpuFlags = [+aes] (template 900)
        guest/200 memory = 8GiB (template 900)
        guest/200 balloon = 4GiB (template 900)
        guest/200 serial0 = true (template 900)
        guest/200 agent = true (template 900)
        guest/200/net0 bridge = vmbr1 (template 900)
        guest/200 boot = [net0] (template 900)
        guest/200/net0 mac = BC:24:11:00:19:00 (pveplan: from the VMID and the card)""");
    assertThat(plan.guest(Vmid.of(200)).orElseThrow())
        .isEqualTo(clone(200, 901)
            .cpuType("x86-64-v3")
            .addCpuFlags("+aes")
            .cores(2)
            .sockets(2)
            .numa(true)
            .memory(DataSize.gib(8))
            .balloon(DataSize.gib(4))
            .serial0(true)
            .agent(true)
            .addBoot("net0")
            .addNic(GuestNic.builder()
                .bridge("vmbr1")
                .tag(VlanTag.of(5))
                .mac(MacAddress.parse("BC:24:11:00:19:00"))
                .build())
            .build());
  }

  @Test
  void what_a_clone_says_it_has() {
    GuestNic own = GuestNic.builder().bridge("vmbr1").build();
    ResolvedPlan plan = resolved(
        base(),
        clone(200, 900)
            .cpuType("host")
            .cores(1)
            .sockets(1)
            .memory(DataSize.gib(2))
            .addNic(own)
            .build());

    // Of the flags none are left, as they belong to the type, and the balloon is too large.
    assertThat(filled(plan, 200)).isEqualTo("""
        guest/200 numa = true (template 900)
        guest/200 serial0 = true (template 900)
        guest/200 agent = true (template 900)
        guest/200 boot = [net0] (template 900)
        guest/200/net0 mac = BC:24:11:00:19:00 (pveplan: from the VMID and the card)""");
  }

  @Test
  void a_clone_is_not_started_from_a_card_that_it_has_not() {
    GuestNic card = GuestNic.builder().bridge("vmbr1").build();
    ResolvedPlan plan = resolved(
        vm(900, "base")
            .template(true)
            .addNics(card, card)
            .addBoot("net1", "net0")
            .build(),
        vm(901, "pxe").template(true).addNics(card, card).addBoot("net1").build(),
        clone(200, 900).addNic(card).build(),
        clone(201, 901).addNic(card).build());

    assertThat(plan.vms())
        .extracting(Vm::boot)
        .containsExactly(List.of("net1", "net0"), List.of("net1"), List.of("net0"), List.of());
  }

  @Test
  void where_no_template_says_it_the_product_decides() {
    ResolvedPlan plan =
        resolved(vm(900, "base").template(true).build(), clone(200, 900).build());

    assertThat(filled(plan, 200)).isEqualTo("""
        guest/200 memory = 512MiB (qemu-server, QemuServer.pm)
        guest/200 cores = 1 (qemu-server, QemuServer.pm)
        guest/200 sockets = 1 (qemu-server, QemuServer.pm)
        guest/200 cpuType = kvm64 (qemu-server, QemuServer/CPUConfig.pm)""");
  }
}
