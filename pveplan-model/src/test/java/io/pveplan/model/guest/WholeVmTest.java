package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeVmTest {

  private static final Volume ISO = Volume.parse("files:iso/debian.iso");

  private static Vm.Builder vm(int vmid) {
    return Vm.builder().vmid(Vmid.of(vmid)).name("vm" + vmid);
  }

  private static Clone of(int template) {
    return Clone.builder().template(Vmid.of(template)).build();
  }

  private static GuestDisk disk(String slot, int gib) {
    return GuestDisk.builder()
        .slot(slot)
        .storage("files")
        .size(DataSize.gib(gib))
        .build();
  }

  private static GuestDevice pci(String mapping) {
    return GuestDevice.builder().deviceKind(DeviceKind.PCI).mapping(mapping).build();
  }

  private static WholeVm last(Vm... vms) {
    ResolvedPlan plan = ResolvedPlan.of(ClusterPlan.builder()
        .name("lab")
        .addNode(Node.builder().name("pve1").build())
        .addStorage(DirStorage.builder().id("files").directory("/srv/files").build())
        .addGuests(vms)
        .build());
    return WholeVm.of(plan.placement(), plan.vms().get(plan.vms().size() - 1));
  }

  @Test
  void a_clone_has_what_the_template_of_its_template_has() {
    EfiDisk efi = EfiDisk.builder().storage("files").build();
    TpmState tpm = TpmState.builder().storage("files").build();
    WholeVm whole = last(
        vm(900)
            .template(true)
            .addDisks(disk("scsi0", 4), disk("scsi1", 1))
            .efiDisk(efi)
            .tpmState(tpm)
            .iso(ISO)
            .cloudInit(CloudInit.builder().user("ops").build())
            .build(),
        vm(901).template(true).clone(of(900)).addDisk(disk("scsi0", 8)).build(),
        vm(902).clone(of(901)).addDisk(disk("scsi2", 2)).build());

    assertThat(whole.template()).map(Vm::vmid).contains(Vmid.of(901));
    assertThat(whole.disks()).containsExactly(disk("scsi2", 2), disk("scsi0", 8), disk("scsi1", 1));
    assertThat(whole.efiDisk()).contains(efi);
    assertThat(whole.tpmState()).contains(tpm);
    assertThat(whole.iso()).contains(ISO);
    assertThat(whole.cloudInitOwner()).map(Vm::vmid).contains(Vmid.of(900));
  }

  @Test
  void a_machine_of_its_own_has_nothing_else() {
    WholeVm whole = last(vm(902).addDisk(disk("scsi2", 2)).build());

    assertThat(whole.origins()).isEmpty();
    assertThat(whole.disks()).containsExactly(disk("scsi2", 2));
    assertThat(whole.iso()).isEmpty();
    assertThat(CloneSurplus.of(whole)).isEmpty();
  }

  @Test
  void what_a_clone_is_not_to_have_of_its_template() {
    Vm.Builder template = vm(900)
        .template(true)
        .memory(DataSize.gib(8))
        .balloon(DataSize.gib(4))
        .cpuLimit(1.5)
        .cpuUnits(50)
        .description("made by hand")
        .addTag("golden")
        .onBoot(true)
        .startup(Startup.builder().order(1).build())
        .protection(true)
        .addNics(
            GuestNic.builder().bridge("vmbr0").build(),
            GuestNic.builder().bridge("vmbr0").build())
        .addDevices(pci("gpu"), pci("nic"))
        .cloudInit(CloudInit.builder()
            .user("ops")
            .addSshKey(
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt")
            .addIpConfig(IpConfig.builder().nic(1).dhcp(true).build())
            .searchDomain("example.net")
            .addPackage("nginx")
            .build());
    Vm bare = vm(200)
        .clone(of(900))
        .memory(DataSize.gib(2))
        .addNic(GuestNic.builder().bridge("vmbr0").build())
        .addDevice(pci("gpu"))
        .build();

    assertThat(CloneSurplus.of(new WholeVm(bare, List.of(template.build()))))
        .containsExactly(
            "balloon",
            "cpulimit",
            "cpuunits",
            "description",
            "tags",
            "onboot",
            "startup",
            "protection",
            "net1",
            "hostpci1");
    Vm settled = Vm.builder()
        .from(bare)
        .cloudInit(CloudInit.builder().user("me").build())
        .build();
    assertThat(CloneSurplus.of(new WholeVm(settled, List.of(template.build()))))
        .endsWith("hostpci1", "sshkeys", "ipconfig1", "searchdomain", "cicustom");
    Vm same = Vm.builder().from(template.build()).vmid(Vmid.of(201)).build();
    assertThat(CloneSurplus.of(new WholeVm(same, List.of(template.build()))))
        .containsExactly("cicustom");
  }
}
