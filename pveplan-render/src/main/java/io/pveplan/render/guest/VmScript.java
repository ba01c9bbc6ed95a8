package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one virtual machine. Where that takes several commands it is called unfinished until the
 * last one, so that a second run goes on where the first one ended, and never touches a finished one.
 */
final class VmScript {

  private final ResolvedPlan plan;
  private final SettingsInForce settings;
  private final Vm vm;
  private final String id;
  private final VmDrives drives;

  VmScript(ResolvedPlan plan, SettingsInForce settings, Vm vm) {
    this.plan = plan;
    this.settings = settings;
    this.vm = vm;
    this.id = vm.vmid().toString();
    this.drives = VmDrives.of(plan, vm);
  }

  /** The node whose script makes a machine: a clone is made beside its template. */
  static Optional<String> node(ResolvedPlan plan, Vm vm) {
    return vm.clone().isPresent()
        ? vm.clone().map(Clone::template).flatMap(plan::guest).flatMap(it -> it.node())
        : vm.node();
  }

  ShellScript add(ShellScript script) {
    return vm.clone().isPresent() ? cloned(script, vm.clone().get()) : created(script);
  }

  private ShellScript created(ShellScript script) {
    List<Command> fitting = drives.all().stream()
        .filter(drive -> drive.kind() == Drive.Kind.DISK && drive.image().isPresent())
        .map(this::resize)
        .toList();
    boolean staged = vm.template() || !fitting.isEmpty();
    Command create = Command.of("qm", "create")
        .arg(id)
        .flag("--name", staged ? GuestFunctions.unfinished(vm) : vm.name());
    for (Drive drive : drives.all()) {
      create = create.flag("--" + drive.slot(), drive.made());
    }
    create = keys(with(create, settings.own(vm)).option("--pool", vm.pool()), vm);
    ShellScript made = script.unless(Command.of("there", id), create);
    if (!staged) {
      return made;
    }
    if (!fitting.isEmpty() && !vm.template()) {
      List<Command> all = new ArrayList<>(fitting);
      all.add(named());
      return made.unless(finished(), all.toArray(new Command[0]));
    }
    return turned(made, fitting);
  }

  private ShellScript turned(ShellScript script, List<Command> before) {
    List<Command> all = new ArrayList<>(before);
    all.add(Command.of("qm", "template").arg(id));
    ShellScript template = script.unless(guard("templated"), all.toArray(new Command[0]));
    return disks(template, Command.of("qm", "template").arg(id)).unless(finished(), named());
  }

  // Goes on where the last run ended in between. What can be no base image stays as it is
  // (qemu-server, src/PVE/QemuServer.pm template_create).
  private ShellScript disks(ShellScript script, Command template) {
    ShellScript all = script;
    for (Drive drive : drives.all()) {
      if (drive.isVolume() && plan.storage(drive.storage()).orElseThrow().hasBaseImages()) {
        all = all.unless(guard("turned").arg(drive.slot()), template.flag("--disk", drive.slot()));
      }
    }
    return all;
  }

  private ShellScript cloned(ShellScript script, Clone clone) {
    Vm template = (Vm) plan.guest(clone.template()).orElseThrow();
    ClonePlacing placing = ClonePlacing.of(drives, clone.full());
    ShellScript made = script
        .require(
            Command.of("cloneable", id, template.vmid().toString()).arg(template.name()),
            "Template " + template.vmid() + " " + template.name() + " is not on this node.")
        .unless(
            Command.of("there", id),
            Command.of("qm", "clone")
                .arg(template.vmid().toString())
                .arg(id)
                .flag("--name", GuestFunctions.unfinished(vm))
                .flag("--full", clone.full() ? 1 : 0)
                .option("--storage", placing.storage())
                .option("--format", placing.format().map(DiskFormat::text))
                .option("--pool", vm.pool()));
    for (Drive drive : drives.all()) {
      made = drive(made, drive, placing);
    }
    List<Command> rest = new ArrayList<>();
    for (Drive drive : drives.all()) {
      rest.addAll(fitted(drive));
    }
    Map<String, String> own = settings.own(vm);
    List<String> surplus = settings.surplus(vm, own, template);
    if (!surplus.isEmpty()) {
      rest.add(Command.of("qm", "set").arg(id).flag("--delete", String.join(",", surplus)));
    }
    boolean moves = !vm.node().equals(template.node());
    boolean staysUnfinished = moves || vm.template();
    Command set = Command.of("qm", "set").arg(id);
    if (!staysUnfinished) {
      set = set.flag("--name", vm.name());
    }
    rest.add(keys(with(set, own), vm));
    if (moves) {
      rest.add(Command.of("qm", "migrate").arg(id).arg(vm.node().orElseThrow()));
      return moved(made.unless(guard("settled"), rest.toArray(new Command[0])));
    }
    return vm.template()
        ? turned(made, rest)
        : made.unless(finished(), rest.toArray(new Command[0]));
  }

  // A guest is set up by the node that has it, which pvesh asks.
  private ShellScript moved(ShellScript script) {
    String path = "/nodes/" + vm.node().orElseThrow() + "/qemu/" + id;
    ShellScript there = vm.template()
        ? disks(
            script.unless(guard("templated"), Command.of("pvesh", "create", path + "/template")),
            Command.of("pvesh", "create", path + "/template"))
        : script;
    return there.unless(
        finished(), Command.of("pvesh", "set", path + "/config").flag("--name", vm.name()));
  }

  /** What makes a drive, or puts it where it belongs. */
  private ShellScript drive(ShellScript script, Drive drive, ClonePlacing placing) {
    Optional<Drive> copied = drives.ofTemplate(drive.slot());
    if (copied.isEmpty()) {
      return script.unless(
          guard("has").arg(drive.slot()),
          Command.of("qm", "set").arg(id).flag("--" + drive.slot(), drive.made()));
    }
    if (placing.storageOf(copied.get()).equals(drive.storage())) {
      return script;
    }
    Command guard = guard("lies_on").arg(drive.slot()).arg(drive.storage());
    return drive.isVolume()
        ? script.unless(
            guard,
            Command.of("qm", "disk", "move")
                .arg(id)
                .arg(drive.slot())
                .arg(drive.storage())
                .flag("--delete", 1))
        : drive.kind() == Drive.Kind.CLOUD_INIT
            ? script.unless(
                guard, Command.of("qm", "set").arg(id).flag("--" + drive.slot(), drive.made()))
            : script;
  }

  /** What is said otherwise of a drive that came with the template, each time the same. */
  private List<Command> fitted(Drive drive) {
    Optional<Drive> copied = drives.ofTemplate(drive.slot());
    List<Command> commands = new ArrayList<>();
    if (copied.isEmpty()) {
      if (drive.kind() == Drive.Kind.DISK && drive.image().isPresent()) {
        commands.add(resize(drive));
      }
      return commands;
    }
    if (drive.kind() == Drive.Kind.ISO && !drive.equals(copied.get())) {
      commands.add(Command.of("qm", "set").arg(id).flag("--" + drive.slot(), drive.made()));
    }
    if (drive.kind() != Drive.Kind.DISK) {
      return commands;
    }
    if (!drive.options().equals(copied.get().options())) {
      commands.add(Command.of("qm", "set")
          .arg(id)
          .flagFromCommand(
              "--" + drive.slot(),
              Command.of("volume_of", id).arg(drive.slot()),
              drive.options().isEmpty() ? "" : "," + drive.options()));
    }
    if (!drive.size().equals(copied.get().size())) {
      commands.add(resize(drive));
    }
    return commands;
  }

  private Command resize(Drive drive) {
    return Command.of("qm", "disk", "resize").arg(id).arg(drive.slot()).arg(drive.wholeSize());
  }

  private static Command with(Command command, Map<String, String> settings) {
    Command all = command;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      all = all.flag("--" + setting.getKey(), setting.getValue());
    }
    return all;
  }

  private static Command keys(Command command, Vm vm) {
    List<String> keys = vm.cloudInit().map(CloudInit::sshKeys).orElse(List.of());
    return keys.isEmpty() ? command : command.inputFromLines(keys);
  }

  private Command named() {
    return Command.of("qm", "set").arg(id).flag("--name", vm.name());
  }

  private Command finished() {
    return guard("finished");
  }

  private Command guard(String function) {
    return Command.of(function, id).arg(vm.name());
  }
}
