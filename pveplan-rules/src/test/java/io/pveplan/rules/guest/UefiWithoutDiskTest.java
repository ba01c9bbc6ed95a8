package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.EfiType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class UefiWithoutDiskTest {

  private final RuleVerifier rule = verify(new UefiWithoutDisk());

  @Test
  void uefi_without_disk_is_reported() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.hardware(h -> h.bios(Bios.OVMF)))))
        .reportsExactly("GST-021[guest/200]")
        .withMessageContaining("app has UEFI and no EFI disk");
  }

  @Test
  void a_disk_of_the_old_form_is_reported() {
    rule.on(cluster("lab", c -> {
          var disks = c.storage(dir("disks", "/srv"), s -> {});
          c.vm(
              200,
              "app",
              v ->
                  v.hardware(h -> h.bios(Bios.OVMF).efiDisk(disks, p -> p.efitype(EfiType.SMALL))));
        }))
        .reportsExactly("GST-021[guest/200]")
        .withMessageContaining("app has UEFI and an EFI disk of type 2m");
  }

  @Test
  void a_disk_of_its_own_or_of_its_template_passes() {
    rule.on(cluster("lab", c -> {
          var disks = c.storage(dir("disks", "/srv"), s -> {});
          var base =
              c.template(900, "base", v -> v.hardware(h -> h.bios(Bios.OVMF).efiDisk(disks)));
          c.vm(200, "app", v -> v.cloneOf(base));
        }))
        .passes();
  }

  @Test
  void other_firmware_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
