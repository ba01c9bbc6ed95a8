package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.model.guest.GuestVolume.Kind;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuestVolumesTest {

  private static GuestDisk disk(String slot, String storage) {
    return GuestDisk.builder().slot(slot).storage(storage).size(DataSize.gib(8)).build();
  }

  private static Vm.Builder vm(int vmid) {
    return Vm.builder().vmid(Vmid.of(vmid)).name("vm" + vmid);
  }

  private static Placement placement(Guest... guests) {
    return Placement.of(ClusterPlan.builder().name("lab").addGuests(guests).build());
  }

  private static GuestVolume volume(Kind kind, String name, String storage, ContentType content) {
    boolean disk = kind == Kind.DISK;
    Optional<DataSize> size = disk ? Optional.of(DataSize.gib(8)) : Optional.empty();
    return new GuestVolume(
        kind, name, storage, content, Optional.empty(), size, disk, Optional.empty());
  }

  private static GuestVolume disk(String slot, String storage, ContentType content) {
    return volume(Kind.DISK, slot, storage, content);
  }

  @Test
  void a_virtual_machine_has_disks_iso_image_and_cloud_init_drive() {
    Vm app = vm(200)
        .addDisk(disk("scsi0", "ceph"))
        .addDisk(disk("scsi1", "tank"))
        .iso(Volume.parse("nas:iso/a.iso"))
        .cloudInit(CloudInit.builder().storage("tank").build())
        .build();

    assertThat(placement(app).volumes(app))
        .containsExactly(
            disk("scsi0", "ceph", ContentType.IMAGES),
            disk("scsi1", "tank", ContentType.IMAGES),
            volume(Kind.ISO, "iso", "nas", ContentType.ISO),
            volume(Kind.CLOUD_INIT, "cloudinit", "tank", ContentType.IMAGES));
  }

  @Test
  void a_container_has_the_volumes_at_its_mount_points() {
    Container box = Container.builder()
        .vmid(Vmid.of(300))
        .name("box")
        .ostemplate(Volume.parse("nas:vztmpl/debian.tar.zst"))
        .rootfs(disk("rootfs", "tank"))
        .addMountPoints(
            MountPoint.builder().path("/srv").source("/tank/srv").build(),
            MountPoint.builder()
                .path("/data")
                .storage("ceph")
                .size(DataSize.gib(8))
                .build())
        .build();

    assertThat(placement(box).volumes(box))
        .containsExactly(
            disk("rootfs", "tank", ContentType.ROOTDIR), disk("mp1", "ceph", ContentType.ROOTDIR));
  }

  @Test
  void firmware_and_tpm_have_disks_of_their_own() {
    Vm template = vm(900)
        .template(true)
        .efiDisk(EfiDisk.builder().storage("ceph").efitype(EfiType.SMALL).build())
        .tpmState(TpmState.builder().storage("ceph").build())
        .build();
    Vm app = vm(200)
        .clone(Clone.builder().template(Vmid.of(900)).build())
        .efiDisk(EfiDisk.builder().storage("tank").build())
        .build();

    assertThat(placement(template, app).volumes(app))
        .containsExactly(
            ofFirmware("efidisk0", "tank", DataSize.kib(528)),
            ofFirmware("tpmstate0", "ceph", DataSize.mib(4)));
    assertThat(placement(template, app).volumes(template))
        .containsExactly(
            ofFirmware("efidisk0", "ceph", DataSize.kib(128)),
            ofFirmware("tpmstate0", "ceph", DataSize.mib(4)));
  }

  private static GuestVolume ofFirmware(String name, String storage, DataSize size) {
    return new GuestVolume(
        Kind.DISK,
        name,
        storage,
        ContentType.IMAGES,
        Optional.empty(),
        Optional.of(size),
        true,
        Optional.empty());
  }

  @Test
  void a_container_has_its_root_file_system() {
    Container box = Container.builder()
        .vmid(Vmid.of(300))
        .name("box")
        .ostemplate(Volume.parse("nas:vztmpl/debian.tar.zst"))
        .rootfs(disk("rootfs", "tank"))
        .build();

    assertThat(placement(box).volumes(box))
        .containsExactly(disk("rootfs", "tank", ContentType.ROOTDIR));
  }

  @Test
  void a_volume_remembers_its_line_and_whether_it_is_replicated() {
    Optional<Origin> line = Optional.of(new Origin("Lab", "Lab.java", 7));
    GuestDisk disk = GuestDisk.builder()
        .from(disk("scsi0", "tank"))
        .replicate(false)
        .declaredAt(line)
        .build();
    Vm app = vm(200).addDisk(disk).build();

    assertThat(placement(app).volumes(app))
        .containsExactly(new GuestVolume(
            Kind.DISK,
            "scsi0",
            "tank",
            ContentType.IMAGES,
            Optional.empty(),
            Optional.of(DataSize.gib(8)),
            false,
            line));
  }

  @Test
  void a_cloud_init_drive_without_storage_lies_with_the_first_disk() {
    Vm app = vm(200)
        .addDisk(disk("scsi0", "ceph"))
        .addDisk(disk("scsi1", "tank"))
        .cloudInit(CloudInit.builder().build())
        .build();

    assertThat(placement(app).volumes(app))
        .endsWith(volume(Kind.CLOUD_INIT, "cloudinit", "ceph", ContentType.IMAGES));
    assertThat(placement(app).lacksCloudInitStorage(app)).isFalse();
  }

  @Test
  void a_cloud_init_drive_without_storage_and_disk_is_not_listed() {
    Vm app = vm(200).cloudInit(CloudInit.builder().build()).build();

    assertThat(placement(app).volumes(app)).isEmpty();
    assertThat(placement(app).lacksCloudInitStorage(app)).isTrue();
  }

  @Test
  void a_virtual_machine_without_cloud_init_lacks_no_storage() {
    Vm app = vm(200).build();

    assertThat(placement(app).lacksCloudInitStorage(app)).isFalse();
  }

  @Test
  void a_clone_has_the_volumes_of_its_template_but_for_its_own_slots() {
    Vm image = vm(9000)
        .template(true)
        .addDisk(disk("scsi0", "tank"))
        .addDisk(disk("scsi1", "tank"))
        .iso(Volume.parse("nas:iso/a.iso"))
        .cloudInit(CloudInit.builder().build())
        .build();
    Vm app = vm(200)
        .clone(Clone.builder().template(image.vmid()).build())
        .addDisk(disk("scsi0", "ceph"))
        .build();

    assertThat(placement(image, app).volumes(app))
        .containsExactly(
            disk("scsi0", "ceph", ContentType.IMAGES),
            disk("scsi1", "tank", ContentType.IMAGES),
            volume(Kind.ISO, "iso", "nas", ContentType.ISO),
            volume(Kind.CLOUD_INIT, "cloudinit", "tank", ContentType.IMAGES));
  }

  @Test
  void a_clone_of_a_clone_has_the_volumes_of_both() {
    Vm first = vm(9000).template(true).addDisk(disk("scsi0", "tank")).build();
    Vm second = vm(9001)
        .template(true)
        .clone(Clone.builder().template(first.vmid()).build())
        .addDisk(disk("scsi1", "ceph"))
        .build();
    Vm app = vm(200).clone(Clone.builder().template(second.vmid()).build()).build();

    assertThat(placement(first, second, app).volumes(app))
        .containsExactly(
            disk("scsi1", "ceph", ContentType.IMAGES), disk("scsi0", "tank", ContentType.IMAGES));
  }

  @Test
  void templates_cloned_from_each_other_come_to_an_end() {
    Vm one = vm(9000)
        .template(true)
        .clone(Clone.builder().template(Vmid.of(9001)).build())
        .addDisk(disk("scsi0", "tank"))
        .build();
    Vm other = vm(9001)
        .template(true)
        .clone(Clone.builder().template(one.vmid()).build())
        .addDisk(disk("scsi1", "tank"))
        .build();

    assertThat(placement(one, other).volumes(one))
        .containsExactly(
            disk("scsi0", "tank", ContentType.IMAGES), disk("scsi1", "tank", ContentType.IMAGES));
  }
}
