package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.vlan;
import static io.pveplan.dsl.Pveplan.vmProfile;
import static io.pveplan.dsl.Pveplan.vmids;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.render.Artifact;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one guest of a fleet gets or loses changes no address: Terraform would make guests anew. */
class FleetAddressesTest {

  private static final String ADDRESSES = """
      to = proxmox_virtual_environment_vm.web__fleet["web01"]
      to = proxmox_virtual_environment_vm.web__fleet["web02"]
      to = proxmox_virtual_environment_vm.web__fleet["web03"]
      to = proxmox_vm_qemu.web__fleet["web01"]
      to = proxmox_vm_qemu.web__fleet["web02"]
      to = proxmox_vm_qemu.web__fleet["web03"]""";

  private static ResolvedPlan plan(int which, Consumer<VmSpec> change, boolean ha) {
    return TerraformCases.plan((c, ground) -> {
      List<GuestRef> vms = c.vms(
          vmids(200, 202),
          vmProfile(
              "web",
              v -> v.node(ground.node())
                  .disk(ground.nas(), gib(8))
                  .nic("vmbr0", vlan(110))
                  .cloudInit(s -> s.user("ops").dhcp(0))),
          (v, number) -> {
            if (number == which) {
              change.accept(v);
            }
          });
      if (ha) {
        c.ha(h -> h.resources(vms.get(which - 1)));
      }
      c.terraform(t -> t.providers(BPG, TELMATE).importBlocks());
    });
  }

  private static String addresses(ResolvedPlan plan) {
    return lines(plan, "imports.tf", "  to = ");
  }

  private static String lines(ResolvedPlan plan, String file, String start) {
    return new TerraformRenderer()
        .render(plan).artifacts().stream()
            .filter(each -> each.path().endsWith(file))
            .map(Artifact::content)
            .flatMap(String::lines)
            .filter(line -> line.startsWith(start))
            .map(String::strip)
            .collect(Collectors.joining("\n"));
  }

  private static String addresses(int which, Consumer<VmSpec> change) {
    return addresses(plan(which, change, false));
  }

  @Test
  void another_shape_of_any_guest_changes_no_address() {
    for (int which = 1; which <= 3; which++) {
      assertThat(addresses(which, v -> {})).isEqualTo(ADDRESSES);
      assertThat(addresses(which, v -> v.disk(StorageRef.named("nas"), gib(100))))
          .isEqualTo(ADDRESSES);
      assertThat(addresses(which, v -> v.nic("vmbr0").cloudInit(s -> s.dhcp(1))))
          .isEqualTo(ADDRESSES);
      assertThat(addresses(which, v -> v.protection())).isEqualTo(ADDRESSES);
      assertThat(addresses(which, v -> v.agent().mustRun())).isEqualTo(ADDRESSES);
      assertThat(addresses(plan(which, v -> {}, true))).isEqualTo(ADDRESSES);
    }
  }

  private static ResolvedPlan with(BiConsumer<ClusterSpec, TerraformCases.Ground> more) {
    return TerraformCases.plan((c, ground) -> {
      c.vm(300, "db", v -> v.node(ground.node()).disk(ground.nas(), gib(8)));
      c.vms(
          vmids(400, 401),
          vmProfile("app", v -> v.node(ground.node()).disk(ground.nas(), gib(8))),
          (v, number) -> {});
      more.accept(c, ground);
      c.terraform(t -> t.importBlocks());
    });
  }

  private static final String BEFORE = """
      to = proxmox_virtual_environment_vm.db
      to = proxmox_virtual_environment_vm.app__fleet["app01"]
      to = proxmox_virtual_environment_vm.app__fleet["app02"]""";

  @Test
  void another_guest_or_profile_of_the_same_name_changes_no_address() {
    assertThat(addresses(with((c, ground) -> {}))).isEqualTo(BEFORE);
    assertThat(addresses(with((c, ground) -> c.vm(500, "app01", v -> v.node(ground.node())))))
        .isEqualTo(BEFORE + "\nto = proxmox_virtual_environment_vm.app01");
    assertThat(addresses(with((c, ground) -> c.vm(500, "app", v -> v.node(ground.node())))))
        .isEqualTo(BEFORE + "\nto = proxmox_virtual_environment_vm.app");
    assertThat(addresses(with((c, ground) -> c.vm(500, "DB", v -> v.node(ground.node())))))
        .isEqualTo(BEFORE + "\nto = proxmox_virtual_environment_vm.DB__500");
    assertThat(addresses(with((c, ground) -> c.vms(
            vmids(500, 500), vmProfile("db", v -> v.node(ground.node())), (v, number) -> {}))))
        .isEqualTo(BEFORE + "\nto = proxmox_virtual_environment_vm.db__fleet[\"db01\"]");
  }

  /** Files by node, of a machine and of one of a fleet, on a storage that each node has for itself. */
  private static String files(boolean ha) {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.storage(dir("local", "/var/lib/vz"), s -> s.content(ContentType.SNIPPETS));
      var web = c.vm(
          200,
          "web",
          v -> v.node(ground.node()).disk(ground.nas(), gib(8)).cloudInit(s -> s.packages("htop")));
      var apps = c.vms(
          vmids(300, 300),
          vmProfile(
              "app",
              v -> v.node(ground.node())
                  .disk(ground.nas(), gib(8))
                  .cloudInit(s -> s.packages("htop"))),
          (v, number) -> {});
      if (ha) {
        c.ha(h -> h.resources(web, apps.get(0)));
      }
      c.terraform(t -> {});
    });
    return Stream.of(
            lines(plan, "guests.tf", "  for_each = toset("),
            lines(plan, "fleets.tf", "    \"app01 pve"))
        .map(lines -> lines.replaceAll("(pve[12]\") = .*", "$1"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void another_node_on_which_a_guest_may_run_leaves_the_file_of_the_first_where_it_is() {
    assertThat(files(false)).isEqualTo("""
        for_each = toset(["pve1"])
        "app01 pve1\"""");
    assertThat(files(true)).isEqualTo("""
        for_each = toset(["pve1", "pve2"])
        "app01 pve1"
        "app01 pve2\"""");
  }

  @Test
  void one_protected_guest_protects_its_fleet_and_the_module_says_so() {
    ResolvedPlan plan = plan(3, v -> v.protection(), false);

    assertThat(lines(plan, "guests.tf", "    # ")).isEqualTo("""
        # prevent_destroy: for all, because of web03
        # prevent_destroy: for all, because of web03""");
  }
}
