package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private Optional<CloudInitSpec> cloudInitBlock = Optional.empty();
  private Optional<Volume> iso = Optional.empty();
  private final Set<String> slots = new HashSet<>();
  private boolean diskRefused;
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

  /**
   * Puts a guest of a profile on the node of its turn: the first guest on the first node, and again
   * from the first one after the last. A guest keeps its node when others are added behind it.
   *
   * @param nodes the nodes
   */
  public VmSpec spreadOver(List<NodeRef> nodes) {
    SpreadGuests.over(this, nodes).ifPresent(this::node);
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

  /** Says what else it has of machine, firmware, controllers and devices of its node. */
  public VmSpec hardware(Consumer<? super VmHardwareSpec> block) {
    requireOpen();
    run(new VmHardwareSpec(this), block);
    return this;
  }

  /** Sets the operating system it is made for. */
  public VmSpec ostype(OsType type) {
    set("ostype", type, vm::ostype);
    return this;
  }

  /**
   * Sets what it is started from, the first one first: {@code "scsi0", "net0"}. An ISO image is at
   * {@code "ide0"}, unless a disk is there ({@link #iso}).
   */
  public VmSpec boot(String... devices) {
    setEach("boot", devices, vm::addBoot);
    return this;
  }

  /** Adds a disk at the next free SCSI slot: scsi0, scsi1 and so on. */
  public VmSpec disk(StorageRef storage, DataSize size) {
    return disk(storage, size, p -> {});
  }

  /** Adds a disk at the next free SCSI slot, with what else there is to say of it. */
  public VmSpec disk(StorageRef storage, DataSize size, Consumer<? super DiskSpec> block) {
    while (slots.contains("scsi" + disks)) {
      disks++;
    }
    return disk("scsi" + disks, storage, size, block);
  }

  /** Adds a disk at a slot: {@code "virtio0"}, {@code "sata1"}, {@code "ide0"}, {@code "scsi5"}. */
  public VmSpec disk(String slot, StorageRef storage, DataSize size) {
    return disk(slot, storage, size, p -> {});
  }

  /** Adds a disk at a slot, with what else there is to say of it. */
  public VmSpec disk(
      String slot, StorageRef storage, DataSize size, Consumer<? super DiskSpec> block) {
    slots.add(Objects.requireNonNull(slot, "slot"));
    DiskSpec spec = new DiskSpec(definition, at.child(slot));
    declare(
            spec,
            block,
            () -> spec.disk.slot(slot).storage(storage.name()).size(size).build(),
            storage,
            size)
        .ifPresentOrElse(vm::addDisk, () -> diskRefused = true);
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

  /** Sets what cloud-init does at the first start. */
  public VmSpec cloudInit(Consumer<? super CloudInitSpec> block) {
    requireOpen();
    if (cloudInitBlock.isEmpty()) {
      cloudInit.declaredAt(CallSite.here());
      declaredHere("cloudInit");
    }
    cloudInitBlock = Optional.of(new CloudInitSpec(definition, at, cloudInit));
    run(cloudInitBlock.get(), block);
    return this;
  }

  /**
   * Makes it a full clone of a template. What is not said of it is as the template has it: processor,
   * memory, guest agent, hardware, disks, network cards and cloud-init settings. The cards have MAC
   * addresses of its own.
   */
  public VmSpec cloneOf(GuestRef template) {
    return cloneOf(template, true);
  }

  /**
   * Makes it a clone that keeps using the disks of a template, and is as the template is in what is
   * not said of it.
   */
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

  /**
   * Puts an ISO image into its drive, of which there is one: at {@code ide0}, or at the next IDE slot
   * that no disk has; {@code ide2} is kept for the cloud-init drive. A guest may have another image
   * than its profile.
   *
   * <pre>{@code
   * c.vm(300, "win", v -> v.iso(nas, "win.iso"));
   * c.vm(301, "ad", v -> v.iso(nas, "w.iso").iso(nas, "v.iso")); // refused: is a second ISO image
   * }</pre>
   *
   * @param storage the storage that the image is on
   * @param file name of the file there
   */
  public VmSpec iso(StorageRef storage, String file) {
    Objects.requireNonNull(file, "file");
    set("iso", storage, it -> vm.iso(onlyIso(new Volume(it.name(), "iso", file))));
    return this;
  }

  private Volume onlyIso(Volume image) {
    if (iso.isPresent()) {
      throw new InvalidValueException(
          image + " is a second ISO image beside " + iso.get() + ", and there is one drive",
          "Name one image. Drivers that a setup asks for can be put into it or changed for it by"
              + " hand: see docs/guests.md.");
    }
    iso = Optional.of(image);
    return image;
  }

  /** Says what the profile says; the guest may have another ISO image than that. */
  void asIn(VmProfile profile) {
    profile.block().accept(this);
    iso = Optional.empty();
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

  /**
   * Sets how much of its memory it writes in a time: what is copied again while it moves.
   *
   * @param rate for example that of a busy database; see docs/migration.md
   */
  public VmSpec dirtyRate(DataRate rate) {
    set("dirtyRate", rate, vm::dirtyRate);
    return this;
  }

  /** Sets how much of its data changes in a time: what its replication has to copy. */
  public VmSpec changeRate(DataRate rate) {
    set("changeRate", rate, vm::changeRate);
    return this;
  }

  /** Sets its turn when guests start and stop with their node; {@link #onBoot} makes it start. */
  public VmSpec startup(Consumer<? super StartupSpec> block) {
    requireOpen();
    StartupSpec spec = new StartupSpec(definition, at.child("startup"));
    declare(spec, block, spec.startup::build).ifPresent(vm::startup);
    return this;
  }

  /**
   * Puts it into a resource pool.
   *
   * @param pool up to three names with slashes between, for example {@code prod/web}
   */
  public VmSpec pool(String pool) {
    set("pool", pool, it -> vm.pool(NameFormat.POOL.require(it)));
    return this;
  }

  /** Lets Proxmox VE refuse to remove it and its disks. */
  public VmSpec protection() {
    set("protection", true, vm::protection);
    return this;
  }

  /**
   * Limits the processor time it may use.
   *
   * @param processors how many processors' time, for example 1.5; at most 128, 0 is no limit
   */
  public VmSpec cpuLimit(double processors) {
    set("cpuLimit", processors, vm::cpuLimit);
    return this;
  }

  /**
   * Sets its weight when guests want more processor time than there is; 100 when not set.
   *
   * @param units 1 to 262144
   */
  public VmSpec cpuUnits(int units) {
    set("cpuUnits", units, vm::cpuUnits);
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
    // In its own scope, so that what is refused has its place and line.
    cloudInitBlock.flatMap(it -> it.build(cloudInit::build)).ifPresent(vm::cloudInit);
    if (diskRefused) {
      // What it is started from may be the one that was refused.
      vm.boot(List.of());
    }
    return vm.template(template).build();
  }
}
