package io.pveplan.render;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.PackageRepository;
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
          c.pciMapping(
              "gpu",
              m -> m.device(
                  pve1,
                  "0000:41:00.0",
                  "10de:2204",
                  d -> d.subsystem("10de:1467").iommuGroup(30)));
        }))
        .containsExactly(
            "1 node/pve1/iommu: switch on the IOMMU in the firmware of pve1 (VT-d of Intel, AMD-Vi of"
                + " AMD), for PCI devices of gpu",
            "4 node/pve1/iommu: have vfio, vfio_iommu_type1 and vfio_pci in"
                + " /etc/modules-load.d/vfio.conf of pve1, then `update-initramfs -u -k all` and a"
                + " restart; see that the IOMMU of pve1 is on, for PCI devices of gpu: `dmesg | grep -e"
                + " DMAR -e IOMMU -e AMD-Vi`; a kernel before 6.8 needs intel_iommu=on on its command"
                + " line where the CPU is of Intel");
  }

  @Test
  void the_iommu_is_switched_on_for_a_device_by_its_address_too() {
    assertThat(items(".*/iommu", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          c.pciMapping("gpu", m -> m.mediated().device(pve2, "0000:41:00.0", "10de:2204"));
          c.vm(100, "win01", v -> v.node(pve1).hardware(h -> h.hostPci("0000:41:00.0")));
          c.vm(101, "win02", v -> v.node(pve1).hardware(h -> h.hostPci("0000:42:00")));
          c.vm(102, "win03", v -> v.node(pve2).hardware(h -> h.hostPci("0000:42:00")));
          c.template(9000, "image", v -> v.node(pve1).hardware(h -> h.hostPci("0000:43:00")));
          c.vm(103, "key01", v -> v.node(pve1).hardware(h -> h.hostUsb("1-2")));
        }))
        .containsExactly(
            "1 node/pve1/iommu: switch on the IOMMU in the firmware of pve1 (VT-d of Intel, AMD-Vi of"
                + " AMD), for PCI devices 0000:41:00.0, 0000:42:00",
            "4 node/pve1/iommu: have vfio, vfio_iommu_type1 and vfio_pci in"
                + " /etc/modules-load.d/vfio.conf of pve1, then `update-initramfs -u -k all` and a"
                + " restart; see that the IOMMU of pve1 is on, for PCI devices 0000:41:00.0,"
                + " 0000:42:00: `dmesg | grep -e DMAR -e IOMMU -e AMD-Vi`; a kernel before 6.8 needs"
                + " intel_iommu=on on its command line where the CPU is of Intel",
            "1 node/pve2/iommu: switch on the IOMMU in the firmware of pve2 (VT-d of Intel, AMD-Vi of"
                + " AMD), for PCI devices of gpu and PCI device 0000:42:00",
            "4 node/pve2/iommu: have vfio, vfio_iommu_type1 and vfio_pci in"
                + " /etc/modules-load.d/vfio.conf of pve2, then `update-initramfs -u -k all` and a"
                + " restart; see that the IOMMU of pve2 is on, for PCI devices of gpu and PCI device"
                + " 0000:42:00: `dmesg | grep -e DMAR -e IOMMU -e AMD-Vi`; a kernel before 6.8 needs"
                + " intel_iommu=on on its command line where the CPU is of Intel");
  }

  @Test
  void what_a_mapping_lacks_is_filled_in_before_it_is_made() {
    assertThat(items(".*/mappings", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          c.pciMapping(
              "gpu",
              m -> m.device(pve1, "0000:41:00.0", "10de:2204")
                  .device(pve1, "0000:42:00", "10de:2204", d -> d.iommuGroup(31))
                  .device(
                      pve1, "0000:43:00.0;0000:43:00.1", "10de:2204", d -> d.subsystem("10de:1467"))
                  .device(
                      pve2,
                      "0000:41:00.0",
                      "10de:2204",
                      d -> d.subsystem("10de:1467").iommuGroup(30)));
        }))
        .containsExactly(
            "4 node/pve1/mappings: values to fill in, in the plan and then rendered anew"
                + " before step 22, as no machine starts with a mapping that lacks them; on pve1: of"
                + " 0000:41:00.0 of gpu the subsystem, `cat"
                + " /sys/bus/pci/devices/0000:41:00.0/subsystem_vendor"
                + " /sys/bus/pci/devices/0000:41:00.0/subsystem_device` without 0x, and the IOMMU group,"
                + " the last part of `readlink /sys/bus/pci/devices/0000:41:00.0/iommu_group`; of"
                + " 0000:42:00 of gpu the subsystem, `cat"
                + " /sys/bus/pci/devices/0000:42:00.0/subsystem_vendor"
                + " /sys/bus/pci/devices/0000:42:00.0/subsystem_device` without 0x; of"
                + " 0000:43:00.0;0000:43:00.1 of gpu the IOMMU group, the last part of `readlink"
                + " /sys/bus/pci/devices/0000:43:00.0/iommu_group`");
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
                + " read and write, so that root of the nodes can make and open files there:"
                + " no_root_squash, or root mapped to the owner of the folder");
  }

  @Test
  void from_where_nodes_ask_a_server_with_a_name_is_not_guessed() {
    assertThat(items("export/.*", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
          var disks = c.network("disks", "10.0.2.0/24", net -> net.carries(STORAGE));
          for (int number : new int[] {1, 2}) {
            c.node("pve" + number, n -> {
              n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(10 + number)));
              n.bridge("vmbr1", b -> b.over("eno2").address(disks.host(10 + number)));
            });
          }
          c.storage(nfs("nas", "nas.example.net", "/export/pve"), s -> {});
        }))
        .containsExactly(
            "18 export/nas: on nas.example.net, have /export/pve exported to the addresses that pve1,"
                + " pve2 reach it from, which `ip route get` there tells for its address, to read and"
                + " write, so that root of the nodes can make and open files there: no_root_squash, or"
                + " root mapped to the owner of the folder");
  }

  @Test
  void updates_come_after_repositories_that_give_them() {
    assertThat(items("node/.*/updates", c -> c.node("pve1", n -> {})))
        .containsExactly("3 node/pve1/updates: bring pve1 up to date: first have repositories that"
            + " give pve1 packages, since those of the installer ask for a subscription; then"
            + " `apt-get update`, then `apt-get dist-upgrade`");
    assertThat(items("node/.*/updates", c -> {
          c.node("pve1", n -> {});
          c.everyNode(n -> n.repository(PackageRepository.NO_SUBSCRIPTION));
        }))
        .containsExactly("3 node/pve1/updates: bring pve1 up to date: `apt-get update`, then"
            + " `apt-get dist-upgrade`");
  }

  @Test
  void a_command_is_code_as_a_whole_so_that_it_can_be_copied() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      c.pciMapping("gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204"));
      c.pciMapping("nic", m -> m.device(pve1, "0000:42:00.0", "8086:1572"));
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.migration(m -> m.over(mgmt));
    }));

    assertThat(Bundle.render(plan).toMap().get("RUNBOOK.md"))
        .contains(
            ": `dmesg | grep -e DMAR -e IOMMU -e AMD-Vi`; a kernel",
            "Undo: `pvesh set /cluster/options` with the old values, or with `--delete` and the names"
                + " of the options\n",
            "Undo: for each mapping that no guest uses: `pvesh delete /cluster/mapping/pci/gpu`,"
                + " `pvesh delete /cluster/mapping/pci/nic`\n");
  }
}
