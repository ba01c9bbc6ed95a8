package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.vlan;
import static io.pveplan.dsl.Pveplan.vmProfile;
import static io.pveplan.dsl.Pveplan.vmids;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What one guest of a fleet gets or loses changes no address: Terraform would make guests anew. */
class FleetAddressesTest {

  private static final String ADDRESSES = """
      to = proxmox_virtual_environment_vm.web["web01"]
      to = proxmox_virtual_environment_vm.web["web02"]
      to = proxmox_virtual_environment_vm.web["web03"]
      to = proxmox_vm_qemu.web["web01"]
      to = proxmox_vm_qemu.web["web02"]
      to = proxmox_vm_qemu.web["web03"]""";

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

  @Test
  void one_protected_guest_protects_its_fleet_and_the_module_says_so() {
    ResolvedPlan plan = plan(3, v -> v.protection(), false);

    assertThat(lines(plan, "guests.tf", "    # ")).isEqualTo("""
        # prevent_destroy: for all, because of web03
        # prevent_destroy: for all, because of web03""");
  }
}
