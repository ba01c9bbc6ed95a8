package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestVolume.Kind;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static Storage nas() {
    return NfsStorage.builder().id("nas").server("10.0.0.5").export("/export").build();
  }

  private static Storage pool() {
    return ZfsPoolStorage.builder().id("tank").pool("tank").build();
  }

  private static Storage chain() {
    return LvmStorage.builder()
        .id("thick")
        .vgname("vg0")
        .snapshotAsVolumeChain(true)
        .build();
  }

  private static String formats(ClusterPlan plan, int vmid) {
    ResolvedPlan resolved = ResolvedPlan.of(plan);
    Guest guest = resolved.guest(Vmid.of(vmid)).orElseThrow();
    return resolved.placement().volumes(guest).stream()
        .map(volume -> volume.name() + " "
            + VolumeFormats.of(volume, resolved.storage(volume.storage()).orElseThrow()))
        .collect(Collectors.joining(", "));
  }

  private static ClusterPlan lab(Guest... guests) {
    return ClusterPlan.builder()
        .name("lab")
        .addNode(Node.builder().name("pve1").build())
        .addStorages(nas(), pool(), chain())
        .addGuests(guests)
        .build();
  }

  private static Vm image(Optional<DiskFormat> format) {
    return vm(9000)
        .template(true)
        .node("pve1")
        .addDisk(GuestDisk.builder().from(disk("scsi0", "nas")).format(format).build())
        .addDisk(disk("scsi1", "nas"))
        .efiDisk(EfiDisk.builder().storage("thick").build())
        .build();
  }

  private static Vm clone(boolean full, GuestDisk... disks) {
    return vm(200)
        .clone(Clone.builder().template(Vmid.of(9000)).full(full).build())
        .addDisks(disks)
        .build();
  }

  // qemu-server, src/PVE/QemuServer.pm resolve_dst_disk_format.
  @Test
  void a_copied_disk_keeps_its_format_where_the_storage_can_have_it() {
    Vm image = image(Optional.of(DiskFormat.QCOW2));

    assertThat(formats(lab(image), 9000)).isEqualTo("scsi0 qcow2, scsi1 raw, efidisk0 qcow2");
    assertThat(formats(lab(image, clone(true)), 200))
        .isEqualTo("scsi0 qcow2, scsi1 raw, efidisk0 qcow2");
    assertThat(formats(lab(image, clone(true, disk("scsi0", "nas"))), 200))
        .isEqualTo("scsi0 qcow2, scsi1 raw, efidisk0 qcow2");
    assertThat(formats(lab(image, clone(true, disk("scsi0", "tank"))), 200))
        .isEqualTo("scsi0 raw, scsi1 raw, efidisk0 qcow2");
    assertThat(formats(lab(image, clone(true, disk("scsi1", "thick"))), 200))
        .isEqualTo("scsi1 raw, scsi0 qcow2, efidisk0 qcow2");
  }

  @Test
  void a_copied_disk_has_the_format_that_the_plan_names() {
    GuestDisk raw =
        GuestDisk.builder().from(disk("scsi0", "nas")).format(DiskFormat.RAW).build();

    assertThat(formats(lab(image(Optional.of(DiskFormat.QCOW2)), clone(true, raw)), 200))
        .isEqualTo("scsi0 raw, scsi1 raw, efidisk0 qcow2");
  }

  // pve-storage, src/PVE/Storage/Plugin.pm clone_image.
  @Test
  void a_linked_clone_continues_files_in_qcow2() {
    assertThat(formats(lab(image(Optional.empty()), clone(false)), 200))
        .isEqualTo("scsi0 qcow2, scsi1 qcow2, efidisk0 qcow2");
  }

  // qemu-server, src/PVE/API2/Qemu.pm clone_vm and src/PVE/QemuServer.pm resolve_dst_disk_format.
  @ParameterizedTest
  @CsvSource({
    "nas, , raw",
    "nas, nas, raw",
    "nas, thick, raw",
    "thick, , qcow2",
    "thick, nas, qcow2",
    "thick, tank, raw",
  })
  void a_linked_clone_copies_the_state_of_its_tpm(String from, String to, String format) {
    Vm image = vm(9000)
        .template(true)
        .addDisk(disk("scsi0", "nas"))
        .tpmState(TpmState.builder().storage(from).build())
        .build();
    Vm app = Vm.builder()
        .from(clone(false))
        .tpmState(
            Optional.ofNullable(to).map(it -> TpmState.builder().storage(it).build()))
        .build();
    ResolvedPlan plan = ResolvedPlan.of(lab(image, app));

    assertThat(formats(plan.plan(), 200).split(", "))
        .containsExactlyInAnyOrder("scsi0 qcow2", "tpmstate0 " + format);
    assertThat(plan.placement().volumes(app))
        .filteredOn(volume -> volume.name().equals("tpmstate0"))
        .extracting(GuestVolume::storage, GuestVolume::linkable)
        .containsExactly(tuple(to == null ? from : to, false));
  }

  @ParameterizedTest
  @CsvSource({
    "debian.qcow2, nas, qcow2",
    "debian.vmdk, nas, vmdk",
    "debian.raw, nas, raw",
    "debian.qcow2, tank, raw",
    "debian.raw, thick, raw",
    "debian.qcow2, thick, qcow2",
    "debian.vmdk, thick, qcow2",
  })
  void a_disk_made_from_an_image_has_its_format(String image, String storage, String format) {
    GuestDisk disk = GuestDisk.builder()
        .from(disk("scsi0", storage))
        .importFrom(Volume.parse("nas:import/" + image))
        .build();
    GuestDisk named = GuestDisk.builder().from(disk).format(DiskFormat.RAW).build();

    assertThat(formats(lab(vm(200).addDisk(disk).build()), 200)).isEqualTo("scsi0 " + format);
    assertThat(formats(lab(vm(200).addDisk(named).build()), 200)).isEqualTo("scsi0 raw");
  }

  // qemu-server, commit 64880b4d.
  @ParameterizedTest
  @CsvSource({"PVE_9, tpmstate0 qcow2", "PVE_8_4, tpmstate0 raw"})
  void the_state_of_a_tpm_was_raw_before_release_9(ProductVersion release, String format) {
    Vm windows = vm(200).tpmState(TpmState.builder().storage("thick").build()).build();
    ClusterPlan plan = ClusterPlan.builder().from(lab(windows)).target(release).build();

    assertThat(formats(plan, 200)).isEqualTo(format);
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
