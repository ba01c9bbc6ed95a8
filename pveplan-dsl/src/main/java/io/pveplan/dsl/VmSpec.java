package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of a virtual machine or a template.
 *
 * <pre>{@code
 * c.vm(300, "web01", v -> v.cores(4).memory(gib(8)).disk(vmDisks, gib(32)).nic("vmbr0", vlan(30)));
 * c.vm(301, "web02", v -> v.tags("two words")); // refused: is not a tag
 * }</pre>
 *
 * @since 0.1
 */
public final class VmSpec extends Scope {

  final Vm.Builder vm = Vm.builder();
  private final CloudInit.Builder cloudInit = CloudInit.builder();
  private boolean hasCloudInit;
  private int disks;
  private int nics;

  VmSpec(Definition definition, int vmid, String name) {
    super(definition, PlanPath.of("guest", Integer.toString(vmid)));
    vm.vmid(StandIn.VMID).name(Objects.requireNonNull(name, "name")).declaredAt(line);
    require("", vmid, it -> vm.vmid(Vmid.of(it)));
  }

  /** Sets the node it starts its life on. */
  public VmSpec node(NodeRef node) {
    set("node", node, it -> vm.node(NameFormat.NODE.require(it.name())));
    return this;
  }

  /** Sets the number of cores per socket; 1 when not set. */
  public VmSpec cores(int cores) {
    set("cores", cores, vm::cores);
    return this;
  }

  /** Sets the number of sockets; 1 when not set. */
  public VmSpec sockets(int sockets) {
    set("sockets", sockets, vm::sockets);
    return this;
  }

  /**
   * Sets the CPU type: {@code host}, a level such as {@code x86-64-v2-AES}, a model, or a {@code
   * custom-} one.
   */
  public VmSpec cpuType(String type) {
    set("cpuType", type, vm::cpuType);
    return this;
  }

  /** Sets the memory; 512 MiB when not set. */
  public VmSpec memory(DataSize memory) {
    set("memory", memory, vm::memory);
    return this;
  }

  /**
   * Lets it balloon: when its node runs short of memory, it gives back what is above this.
   *
   * <pre>{@code
   * c.vm(101, "app", v -> v.memory(gib(16)).balloon(gib(4)));
   * c.vm(102, "db", v -> v.memory(gib(16)).balloon(gib(32))); // refused: GST-008
   * }</pre>
   *
   * @param least at most its memory; {@code mib(0)} switches ballooning off
   */
  public VmSpec balloon(DataSize least) {
    set("balloon", least, vm::balloon);
    return this;
  }

  /** Adds a disk at the next free SCSI slot: scsi0, scsi1 and so on. */
  public VmSpec disk(StorageRef storage, DataSize size) {
    return disk(storage, size, p -> {});
  }

  /** Adds a disk at the next free SCSI slot, with what else there is to say of it. */
  public VmSpec disk(StorageRef storage, DataSize size, Consumer<? super DiskSpec> block) {
    String slot = "scsi" + disks++;
    DiskSpec spec = new DiskSpec(definition, at.child(slot));
    declare(
            spec,
            block,
            () -> spec.disk.slot(slot).storage(storage.name()).size(size).build(),
            storage,
            size)
        .ifPresent(vm::addDisk);
    return this;
  }

  /**
   * Adds a network card.
   *
   * @param bridge name of the bridge or VNet
   */
  public VmSpec nic(String bridge) {
    return nic(bridge, b -> {});
  }

  /** Adds a network card with a VLAN tag. */
  public VmSpec nic(String bridge, VlanOption vlan) {
    return nic(bridge, b -> b.tag(vlan.tag()));
  }

  /** Adds a network card on a VNet. */
  public VmSpec nic(VnetRef vnet) {
    return nic(vnet, b -> {});
  }

  /** Adds a network card with what else there is to say of it. */
  public VmSpec nic(String bridge, Consumer<? super GuestNicSpec> block) {
    return addNic(bridge, block);
  }

  /** Adds a network card on a VNet with what else there is to say of it. */
  public VmSpec nic(VnetRef vnet, Consumer<? super GuestNicSpec> block) {
    return addNic(vnet, block);
  }

  // Addresses name cards by number: without one of them the rest makes no sense.
  private VmSpec addNic(Object bridge, Consumer<? super GuestNicSpec> block) {
    GuestNicSpec spec = new GuestNicSpec(definition, at.child("net" + nics++), bridge);
    declare(spec, block, spec.nic::build, spec.reference())
        .ifPresentOrElse(vm::addNic, this::breakOff);
    return this;
  }

  /** Gives it a device or directory that the cluster has a name for. */
  public VmSpec device(MappingRef mapping) {
    return addDevice(
        GuestDevice.builder().deviceKind(mapping.kind()).mapping(mapping.id()), mapping);
  }

  /**
   * Gives it a mediated device that a PCI device makes.
   *
   * @param mapping names the PCI devices
   * @param type type of the mediated device: {@code i915-GVTg_V5_4}
   */
  public VmSpec mediatedDevice(MappingRef mapping, String type) {
    Objects.requireNonNull(type, "type");
    return addDevice(
        GuestDevice.builder().deviceKind(mapping.kind()).mapping(mapping.id()).mediatedType(type),
        mapping);
  }

  /**
   * Gives it a PCI device of its node. It starts only there: a mapping is the better way.
   *
   * @param address as {@code lspci -D} shows it: {@code 0000:41:00.0}
   */
  public VmSpec hostPci(String address) {
    Objects.requireNonNull(address, "address");
    return addDevice(GuestDevice.builder().deviceKind(DeviceKind.PCI).host(address));
  }

  /**
   * Gives it a USB device of its node. It starts only there: a mapping is the better way.
   *
   * @param device port ({@code 1-2.3}), or vendor and product ({@code 0529:0001})
   */
  public VmSpec hostUsb(String device) {
    Objects.requireNonNull(device, "device");
    return addDevice(GuestDevice.builder().deviceKind(DeviceKind.USB).host(device));
  }

  // Slots are counted: without one of them the others would have other numbers.
  private VmSpec addDevice(GuestDevice.Builder device, Object... references) {
    requireOpen();
    make(at.child("device"), () -> device.declaredAt(CallSite.here()).build(), references)
        .ifPresentOrElse(vm::addDevice, this::breakOff);
    return this;
  }

  /** Sets what cloud-init does at the first start. */
  public VmSpec cloudInit(Consumer<? super CloudInitSpec> block) {
    requireOpen();
    if (!hasCloudInit) {
      cloudInit.declaredAt(CallSite.here());
      hasCloudInit = true;
    }
    run(new CloudInitSpec(definition, at, cloudInit), block);
    return this;
  }

  /** Makes it a full clone of a template. */
  public VmSpec cloneOf(GuestRef template) {
    return cloneOf(template, true);
  }

  /** Makes it a clone that keeps using the disks of a template. */
  public VmSpec linkedCloneOf(GuestRef template) {
    return cloneOf(template, false);
  }

  private VmSpec cloneOf(GuestRef template, boolean full) {
    make(
            at.child("clone"),
            () -> Clone.builder()
                .template(Vmid.of(template.vmid()))
                .full(full)
                .declaredAt(CallSite.here())
                .build(),
            template)
        .ifPresent(vm::clone);
    return this;
  }

  /** Puts an ISO image into its drive. */
  public VmSpec iso(StorageRef storage, String file) {
    Objects.requireNonNull(file, "file");
    set("iso", storage, it -> vm.iso(new Volume(it.name(), "iso", file)));
    return this;
  }

  /** Says that the QEMU guest agent runs in it. */
  public VmSpec agent() {
    set("agent", true, vm::agent);
    return this;
  }

  /** Sets how much of the latest data may be lost when its node is. */
  public VmSpec rpo(Duration rpo) {
    set("rpo", rpo, vm::rpo);
    return this;
  }

  /**
   * Sets how long it may be down after a failure, until it starts again.
   *
   * <pre>{@code
   * c.vm(101, "app", v -> v.rto(minutes(5)));
   * c.vm(102, "db", v -> v.rto(minutes(5).negated())); // refused: is negative
   * }</pre>
   */
  public VmSpec rto(Duration rto) {
    set("rto", rto, vm::rto);
    return this;
  }

  /**
   * Says that it must be up after every failure that the plan promises to survive: see {@link
   * ClusterSpec#mustSurvive}.
   */
  public VmSpec mustRun() {
    set("mustRun", true, vm::mustRun);
    return this;
  }

  /** Says that snapshots of it are to be taken, so that rules look at its storages. */
  public VmSpec snapshots() {
    set("snapshots", true, vm::snapshots);
    return this;
  }

  /** Sets how much of its data changes in a time: what its replication has to copy. */
  public VmSpec changeRate(DataRate rate) {
    set("changeRate", rate, vm::changeRate);
    return this;
  }

  /** Starts it with its node. */
  public VmSpec onBoot() {
    set("onBoot", true, vm::onBoot);
    return this;
  }

  /** Adds tags. */
  public VmSpec tags(String... tags) {
    setEach("tags", tags, it -> vm.addTag(NameFormat.TAG.require(it)));
    return this;
  }

  /** Sets the description, one line. */
  public VmSpec description(String description) {
    set("description", description, vm::description);
    return this;
  }

  /** Applies a fragment: a method that does to the machine what every machine of its kind needs. */
  public VmSpec with(Consumer<? super VmSpec> fragment) {
    requireOpen();
    fragment.accept(this);
    return this;
  }

  Vm build(boolean template) {
    if (hasCloudInit) {
      vm.cloudInit(cloudInit.build());
    }
    return vm.template(template).build();
  }

  /**
   * Scope of a disk of a guest.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.disk(vmDisks, gib(8), p -> p.importFrom(nas, "debian-13.qcow2")));
   * c.vm(301, "web02", v -> v.disk(vmDisks, gib(8), p -> p.importFrom(nas, "a b"))); // refused: file name
   * }</pre>
   *
   * @since 0.1
   */
  public static final class DiskSpec extends Scope {

    final GuestDisk.Builder disk = GuestDisk.builder();

    DiskSpec(Definition definition, PlanPath at) {
      super(definition, at);
      disk.declaredAt(line);
    }

    /** Sets the format; without it the default of the storage. */
    public DiskSpec format(DiskFormat format) {
      set("format", format, disk::format);
      return this;
    }

    /** Leaves the disk out of replication jobs. */
    public DiskSpec withoutReplication() {
      set("replicate", false, disk::replicate);
      return this;
    }

    /** Makes the disk from an image in the {@code import} directory of a storage. */
    public DiskSpec importFrom(StorageRef storage, String file) {
      Objects.requireNonNull(file, "file");
      set("importFrom", storage, it -> disk.importFrom(new Volume(it.name(), "import", file)));
      return this;
    }
  }
}
