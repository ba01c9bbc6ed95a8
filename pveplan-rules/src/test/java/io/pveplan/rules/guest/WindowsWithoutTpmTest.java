package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WindowsWithoutTpmTest {

  private final RuleVerifier rule = verify(new WindowsWithoutTpm());

  private static ClusterPlan vm(Consumer<VmSpec> block) {
    return cluster("lab", c -> {
      c.storage(dir("disks", "/srv"), s -> {});
      c.vm(200, "app", block);
    });
  }

  private static final StorageRef DISKS = StorageRef.named("disks");

  @Test
  void what_lacks_is_reported_together() {
    rule.on(vm(v -> v.ostype(OsType.WIN11)))
        .reportsExactly("GST-020[guest/200]")
        .withMessageContaining("app is for Windows 11 and has no UEFI, no EFI disk, no TPM 2.0");
    rule.on(vm(v -> v.ostype(OsType.WIN11)
            .hardware(h -> h.bios(Bios.OVMF).efiDisk(DISKS).tpmState(DISKS, TpmVersion.V1_2))))
        .reportsExactly("GST-020[guest/200]")
        .withMessageContaining("app is for Windows 11 and has no TPM 2.0");
  }

  @Test
  void a_machine_with_all_passes() {
    rule.on(vm(v -> v.ostype(OsType.WIN11)
            .hardware(h -> h.bios(Bios.OVMF).efiDisk(DISKS).tpmState(DISKS))))
        .passes();
  }

  @Test
  void a_clone_has_what_its_template_has() {
    rule.on(cluster("lab", c -> {
          var disks = c.storage(dir("disks", "/srv"), s -> {});
          var base = c.template(
              900,
              "base",
              v -> v.ostype(OsType.WIN11)
                  .hardware(h -> h.bios(Bios.OVMF).efiDisk(disks).tpmState(disks)));
          c.vm(200, "app", v -> v.cloneOf(base));
        }))
        .passes();
  }

  @Test
  void other_systems_are_not_looked_at() {
    rule.on(vm(v -> v.ostype(OsType.WIN10))).isNotApplicable();
  }
}
