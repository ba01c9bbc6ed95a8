package io.pveplan.render.guest;

import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerDevice;
import io.pveplan.model.guest.ContainerFeatures;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.Map;

/** Makes one container, with one command. */
final class ContainerScript {

  private final Container container;

  ContainerScript(Container container) {
    this.container = container;
  }

  ShellScript add(ShellScript script) {
    String id = container.vmid().toString();
    return script.unless(Command.of("there", id), create(id));
  }

  private Command create(String id) {
    Command create = Command.of("pct", "create")
        .arg(id)
        .arg(container.ostemplate().toString())
        .flag("--hostname", container.name())
        .flag("--unprivileged", container.unprivileged() ? 1 : 0)
        .option("--cores", container.cores())
        .flag("--memory", container.memory().orElseThrow().toMib());
    if (container.swap().isPresent()) {
      create = create.flag("--swap", container.swap().get().toMib());
    }
    create = create.flag("--rootfs", rootfs(container.rootfs()));
    for (int number = 0; number < container.mountPoints().size(); number++) {
      create = create.flag("--mp" + number, mountPoint(container.mountPoints().get(number)));
    }
    for (int number = 0; number < container.devices().size(); number++) {
      create = create.flag("--dev" + number, device(container.devices().get(number)));
    }
    String features = container.features().map(ContainerScript::features).orElse("");
    if (!features.isEmpty()) {
      create = create.flag("--features", features);
    }
    for (int card = 0; card < container.nics().size(); card++) {
      create = create.flag(
          "--net" + card,
          CardSettings.ofContainer(
              card, container.nics().get(card), VmSettings.configs(container.ipConfigs(), card)));
    }
    create = create
        .option("--nameserver", VmSettings.nameServers(container.dnsServers()))
        .option("--searchdomain", container.searchDomain());
    for (Map.Entry<String, String> setting : VmSettings.common(container).entrySet()) {
      create = create.flag("--" + setting.getKey(), setting.getValue());
    }
    return create.option("--pool", container.pool());
  }

  private static String rootfs(GuestDisk disk) {
    return PropertyString.of(Drive.newVolume(disk.storage(), disk.size()))
        .when(!disk.replicate(), "replicate", 0)
        .text();
  }

  private static String mountPoint(MountPoint point) {
    String volume = point
        .source()
        .orElseGet(
            () -> Drive.newVolume(point.storage().orElseThrow(), point.size().orElseThrow()));
    return PropertyString.of(volume)
        .with("mp", point.path())
        .when(point.readOnly(), "ro", 1)
        .when(point.backup(), "backup", 1)
        .when(point.shared(), "shared", 1)
        .when(!point.replicate(), "replicate", 0)
        .text();
  }

  private static String device(ContainerDevice device) {
    return PropertyString.of(device.path())
        .with("mode", device.mode())
        .with("uid", device.uid())
        .with("gid", device.gid())
        .when(device.denyWrite(), "deny-write", 1)
        .text();
  }

  private static String features(ContainerFeatures features) {
    return PropertyString.empty()
        .when(features.nesting(), "nesting", 1)
        .when(features.keyctl(), "keyctl", 1)
        .when(features.fuse(), "fuse", 1)
        .when(!features.mount().isEmpty(), "mount", String.join(";", features.mount()))
        .text();
  }
}
