package io.pveplan.render;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is prepared by hand, in the step in which there is still time for it. */
class PlannedDevicesTest {

  private static List<String> items(String end, Consumer<ClusterSpec> block) {
    ClusterPlan plan = cluster("lab", block::accept);
    return PlannedItems.of(ResolvedPlan.of(plan)).stream()
        .filter(item -> item.at().toString().matches(end))
        .map(item -> item.step().number() + " " + item.at() + ": " + item.title())
        .toList();
  }

  @Test
  void the_iommu_is_switched_on_before_anything_is_installed() {
    assertThat(items(".*/iommu", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.pciMapping("gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204"));
        }))
        .containsExactly(
            "1 node/pve1/iommu: switch on the IOMMU in the firmware of pve1 (VT-d of Intel, AMD-Vi of"
                + " AMD), for PCI devices of gpu",
            "4 node/pve1/iommu: have vfio, vfio_iommu_type1 and vfio_pci in"
                + " /etc/modules-load.d/vfio.conf of pve1, then update-initramfs -u -k all and a"
                + " restart; see that the IOMMU of pve1 is on, for PCI devices of gpu: dmesg | grep -e"
                + " DMAR -e IOMMU -e AMD-Vi; a kernel before 6.8 needs intel_iommu=on on its command"
                + " line where the CPU is of Intel");
  }

  @Test
  void an_export_is_made_for_the_addresses_from_which_nodes_ask() {
    assertThat(items("export/.*", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
          var disks = c.network("disks", "10.0.2.0/24", net -> net.carries(STORAGE));
          c.node("pve1", n -> {
            n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)));
            n.bridge("vmbr1", b -> b.over("eno2").address(disks.host(11)));
          });
          c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
          c.node("pve3", n -> {});
          c.storage(nfs("nas", "10.0.2.50", "/export/pve"), s -> {});
        }))
        .containsExactly(
            "18 export/nas: on 10.0.2.50, have /export/pve exported to 10.0.2.11, 10.0.0.12, pve3, to"
                + " read and write and with no_root_squash: root of the nodes makes and opens what is"
                + " there");
  }
}
