package io.pveplan.rules.fluent;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Virtual machines, containers and their moves, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule agent = rule("ACME-014", WARNING)
 *     .forEach(vms())
 *     .should(useGuestAgent().and(have(guestMemory(), atMost(gib(64)))))
 *     .fix("Install the agent, and mind the memory.");
 * }</pre>
 *
 * @since 0.1
 */
public final class GuestTerms {

  private GuestTerms() {}

  /** {@return the virtual machines, containers and templates} */
  public static Subjects<Guest> guests() {
    return titled("guest", "guests", ResolvedPlan::guests);
  }

  /** {@return the virtual machines without templates} */
  public static Subjects<Vm> vms() {
    return titled("VM", "VMs", plan -> vms(plan, false));
  }

  /** {@return the templates} */
  public static Subjects<Vm> templates() {
    return titled("template", "templates", plan -> vms(plan, true));
  }

  /** {@return the containers} */
  public static Subjects<Container> containers() {
    return titled(
        "container",
        "containers",
        plan -> plan.guests().stream()
            .filter(Container.class::isInstance)
            .map(Container.class::cast)
            .toList());
  }

  /** {@return the disks of guests, those a clone gets from its template not included} */
  public static Parts<Guest, GuestDisk> guestDisks() {
    return Parts.of(
        "disk",
        "disks",
        guests(),
        (guest, plan) -> guest.disks(),
        (guest, disk, number) -> guest.path().child(disk.slot()));
  }

  /** {@return the network cards of guests} */
  public static Parts<Guest, GuestNic> guestNics() {
    return Parts.of(
        "network card",
        "network cards",
        guests(),
        (guest, plan) -> guest.nics(),
        (guest, nic, number) -> guest.path().child("net" + number));
  }

  /** {@return the guests that start their life on a node, templates included} */
  public static Parts<Node, Guest> placedGuests() {
    return Parts.named(
        "placed guest",
        "placed guests",
        HardwareTerms.nodes(),
        (node, plan) -> plan.placement().guestsOn(node.name()),
        (node, guest, number) -> guest.path(),
        Guest::name,
        title("placed guest"));
  }

  /** {@return the planned moves of guests} */
  public static Subjects<Migration> migrations() {
    return Subjects.declared(
        "migration",
        "migrations",
        plan -> plan.plan().migrations(),
        Migration::path,
        move -> move.guest() + " to " + move.target());
  }

  /** {@return CPU cores of a guest, per socket for a virtual machine; for one, as the plan says or as filled in} */
  public static Fact<Guest, Integer> cores() {
    return Fact.count("core", "cores", Guest::cores);
  }

  /** {@return memory of a guest, as the plan says or as filled in} */
  public static Fact<Guest, DataSize> guestMemory() {
    return Fact.said("memory", Guest::memory);
  }

  /** {@return how much of the latest data of a guest may be lost} */
  public static Fact<Guest, Duration> rpo() {
    return Fact.said("an RPO", Guest::rpo);
  }

  /** {@return how long a guest may be down after a failure} */
  public static Fact<Guest, Duration> rto() {
    return Fact.said("an RTO", Guest::rto);
  }

  /** {@return description of a guest} */
  public static Fact<Guest, String> description() {
    return Fact.said("a description", Guest::description);
  }

  /** {@return node a guest starts its life on} */
  public static Fact<Guest, String> homeNode() {
    return Fact.said("a node", Guest::node);
  }

  /**
   * That a guest has a tag.
   *
   * @param tag a tag
   * @return holds for a guest with the tag
   */
  public static Condition<Guest> haveTag(String tag) {
    return Members.have("have tag", tag, "has", "tags", (guest, plan) -> guest.tags());
  }

  /**
   * That a guest has a volume on a storage: a disk, an ISO image, a cloud-init drive.
   *
   * @param storage ID of the storage
   * @return holds for a guest with a volume on the storage
   */
  public static Condition<Guest> useStorage(String storage) {
    return Members.have(
        "use storage", storage, "uses", "storages", (guest, plan) -> storages(guest, plan));
  }

  /** {@return holds for a guest that starts with its node} */
  public static Condition<Guest> startAtBoot() {
    return Conditions.condition("start at boot", Guest::onBoot);
  }

  /** {@return holds for a guest that must be up after every failure of the goals} */
  public static Condition<Guest> haveToRun() {
    return Conditions.condition("have to run", Guest::mustRun);
  }

  /** {@return holds for a guest that HA acts on} */
  public static Condition<Guest> areManagedByHa() {
    return Conditions.condition(
        "are managed by HA", (guest, plan) -> plan.placement().managedByHa(guest.vmid()));
  }

  /** {@return CPU type of a virtual machine, as the plan says or as filled in} */
  public static Fact<Vm, String> cpuType() {
    return Fact.said("a CPU type", Vm::cpuType);
  }

  /** {@return holds for a virtual machine with the guest agent} */
  public static Condition<Vm> useGuestAgent() {
    return Conditions.condition("use the guest agent", Vm::agent);
  }

  /** {@return holds for a virtual machine with cloud-init} */
  public static Condition<Vm> useCloudInit() {
    return Conditions.condition("use cloud-init", guest -> guest.cloudInit().isPresent());
  }

  /** {@return holds for an unprivileged container} */
  public static Condition<Container> areUnprivileged() {
    return Conditions.condition("are unprivileged", Container::unprivileged);
  }

  /** {@return size of a disk of a guest} */
  public static Fact<Part<Guest, GuestDisk>, DataSize> diskSize() {
    return Fact.always("a size", disk -> disk.value().size());
  }

  /** {@return storage of a disk of a guest} */
  public static Fact<Part<Guest, GuestDisk>, String> diskStorage() {
    return Fact.always("a storage", disk -> disk.value().storage());
  }

  /** {@return VLAN tag of a network card of a guest} */
  public static Fact<Part<Guest, GuestNic>, Integer> cardTag() {
    return Fact.said("a VLAN tag", nic -> nic.value().tag().map(VlanTag::value));
  }

  /** {@return model of a network card of a guest} */
  public static Fact<Part<Guest, GuestNic>, NicModel> cardModel() {
    return Fact.always("a model", nic -> nic.value().model());
  }

  /** {@return bridge or VNet of a network card of a guest} */
  public static Fact<Part<Guest, GuestNic>, String> cardBridge() {
    return Fact.always("a bridge", nic -> nic.value().bridge());
  }

  /** {@return holds for a network card with the firewall on} */
  public static Condition<Part<Guest, GuestNic>> haveFirewall() {
    return Conditions.condition("have a firewall", nic -> nic.value().firewall());
  }

  /** {@return holds for a move that is made online} */
  public static Condition<Migration> areOnline() {
    return Conditions.condition("are online", Migration::online);
  }

  /** {@return node a guest is moved to} */
  public static Fact<Migration, String> migrationTarget() {
    return Fact.always("a target", Migration::target);
  }

  /** {@return storage the disks are moved to} */
  public static Fact<Migration, String> targetStorage() {
    return Fact.said("a target storage", Migration::targetStorage);
  }

  private static <T extends Guest> Subjects<T> titled(
      String one, String many, Function<ResolvedPlan, List<T>> guests) {
    return Subjects.<T>declared(one, many, guests, Guest::path, Guest::name).titled(title(one));
  }

  private static Function<Guest, String> title(String one) {
    return guest -> one + " " + guest.vmid() + " (" + guest.name() + ")";
  }

  private static List<Vm> vms(ResolvedPlan plan, boolean templates) {
    return plan.vms().stream().filter(vm -> vm.template() == templates).toList();
  }

  private static List<String> storages(Guest guest, ResolvedPlan plan) {
    return plan.placement().volumes(guest).stream()
        .map(GuestVolume::storage)
        .distinct()
        .toList();
  }
}
