package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.MappingRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.render.Rendering;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TerraformDevicesTest {

  private static final MappingRef GPU = MappingRef.named(DeviceKind.PCI, "gpu");
  private static final MappingRef DONGLE = MappingRef.named(DeviceKind.USB, "dongle");
  private static final MappingRef SHARE = MappingRef.named(DeviceKind.DIRECTORY, "share");

  @Test
  void mapped_devices_are_in_both_modules() {
    Rendering rendering = render(v -> v.balloon(gib(1))
        .hardware(h -> h.mediatedDevice(GPU, "nvidia-63").device(GPU).device(DONGLE)));

    assertThat(rendering.gaps()).isEmpty();
    assertThat(text(rendering, "terraform/bpg/")).contains("""
          memory {
            dedicated = 2048
            floating  = 1024
          }
        """, """
          hostpci {
            device  = "hostpci0"
            mapping = "gpu"
            rombar  = true
            mdev    = "nvidia-63"
          }

          hostpci {
            device  = "hostpci1"
            mapping = "gpu"
            rombar  = true
          }

          usb {
            mapping = "dongle"
          }
        """);
    assertThat(text(rendering, "terraform/telmate/"))
        .containsPattern("balloon +=  ?1024")
        .contains("""
          pci {
            id         = 0
            mapping_id = "gpu"
            mdev       = "nvidia-63"
          }

          pci {
            id         = 1
            mapping_id = "gpu"
          }

          usb {
            id         = 0
            mapping_id = "dongle"
          }
        """);
  }

  @Test
  void a_shared_directory_is_in_one() {
    Consumer<VmSpec> sharing = v -> v.hardware(h -> h.device(SHARE));

    assertThat(text(render(sharing, BPG), "terraform/bpg/")).contains("""
          virtiofs {
            mapping = "share"
          }
        """);
    assertThat(gaps(render(sharing, TELMATE)))
        .containsExactly("guest/100/virtiofs0: Not in terraform/telmate: the provider shares no"
            + " directories.");
  }

  @Test
  void a_device_that_is_not_mapped_is_in_none() {
    assertThat(gaps(render(v -> v.hardware(h -> h.hostPci("0000:41:00.0")))))
        .containsExactly(
            "guest/100/hostpci0: Not in terraform/bpg/guests: Proxmox VE lets only root give a device"
                + " that is not mapped, and no API token.",
            "guest/100/hostpci0: Not in terraform/telmate: Proxmox VE lets only root give a device"
                + " that is not mapped, and no API token.");
  }

  private static String text(Rendering rendering, String folder) {
    return rendering.artifacts().stream()
        .filter(artifact -> artifact.path().startsWith(folder))
        .map(artifact -> artifact.content())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> gaps(Rendering rendering) {
    return rendering.gaps().stream()
        .filter(gap -> !gap.at().equals(PlanPath.of("terraform")))
        .map(gap -> gap.at() + ": " + gap.sentence())
        .toList();
  }

  private static Rendering render(Consumer<VmSpec> machine) {
    return render(machine, BPG, TELMATE);
  }

  private static Rendering render(Consumer<VmSpec> machine, TerraformProvider... providers) {
    ResolvedPlan plan = TerraformCases.plan((c, ground) -> {
      c.pciMapping(
          "gpu",
          m -> m.device(ground.node(), "0000:41:00.0", "10de:2204")
              .device(ground.node(), "0000:42:00.0", "10de:2204"));
      c.usbMapping("dongle", m -> m.device(ground.node(), "0529:0001"));
      c.directoryMapping("share", m -> m.directory(ground.node(), "/srv/share"));
      var vm = c.vm(
          100,
          "web",
          v -> v.node(ground.node()).memory(gib(2)).disk(ground.local(), gib(8)).with(machine));
      c.terraform(t -> t.providers(providers).guests(vm));
    });
    return new TerraformRenderer().render(plan);
  }
}
