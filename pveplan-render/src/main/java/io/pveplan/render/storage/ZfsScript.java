package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;
import java.util.Optional;

/** The script that makes the ZFS pools of a node, and the datasets that storages lie on. */
final class ZfsScript {

  private ZfsScript() {}

  static String of(ResolvedPlan plan, Node node) {
    ShellScript script = ShellScript.of(
            "ZFS pools of " + node.name() + ".",
            "Runs on " + node.name() + ". A pool or dataset that is there stays as it is.")
        .onlyOn(node.name())
        .define(PlannedDisks.EMPTY)
        .define(PlannedDisks.POOL_ON);
    for (ZfsPool pool : node.zfsPools()) {
      script = script.step("pool " + pool.name());
      if (pool.encrypted()) {
        script = script.comment("Asks for the passphrase of the pool, twice.");
      }
      Optional<String> forced = ZfsForce.reason(plan.localPools(), node, pool);
      if (forced.isPresent()) {
        script = script.comment(forced.get());
      }
      String unit = "zfs-import@" + escaped(pool.name()) + ".service";
      script = script
          .ensure(
              Command.of("zpool", "list", "-H", "-o", "name").arg(pool.name()),
              List.of(PlannedDisks.empty(pool.allDevices()), create(pool, forced.isPresent())),
              List.of(PlannedDisks.poolOn(pool.name(), pool.allDevices())))
          .unless(
              Command.of("systemctl", "is-enabled").arg(unit),
              Command.of("systemctl", "enable").arg(unit));
      for (ZfsPoolStorage storage : plan.localPools().storagesOn(node.name(), pool.name())) {
        if (!storage.pool().equals(pool.name())) {
          script = script
              .step("dataset " + storage.pool())
              .unless(
                  Command.of("zfs", "list", "-H", "-o", "name").arg(storage.pool()),
                  Command.of("zfs", "create", "-p").arg(storage.pool()));
        }
      }
    }
    return script.text();
  }

  private static Command create(ZfsPool pool, boolean forced) {
    Command create = (forced ? Command.of("zpool", "create", "-f") : Command.of("zpool", "create"))
        .flag("-o", "ashift=" + pool.ashift().orElse(12))
        .flag("-O", "compression=" + pool.compression().orElse(ZfsCompression.ON));
    if (pool.encrypted()) {
      create = create
          .flag("-O", "encryption=on")
          .flag("-O", "keyformat=passphrase")
          .flag("-O", "keylocation=prompt");
    }
    create = create.arg(pool.name());
    if (pool.raid() == ZfsRaid.RAID10) {
      for (int first = 0; first < pool.devices().size(); first += 2) {
        create = vdev(create, "mirror", pool.devices().subList(first, first + 2));
      }
    } else {
      create = vdev(create, layout(pool), pool.devices());
    }
    create = mirror(create, "special", pool.special());
    create = mirror(create, "log", pool.log());
    return pool.cache().isEmpty() ? create : vdev(create, "cache", pool.cache());
  }

  private static String layout(ZfsPool pool) {
    if (pool.raid() == ZfsRaid.SINGLE) {
      return "";
    }
    StringBuilder layout = new StringBuilder(pool.raid().text());
    pool.draidData().ifPresent(data -> layout.append(':').append(data).append('d'));
    pool.draidSpares().ifPresent(spares -> layout.append(':').append(spares).append('s'));
    return layout.toString();
  }

  private static Command mirror(Command create, String kind, List<String> devices) {
    if (devices.isEmpty()) {
      return create;
    }
    return vdev(create.arg(kind), devices.size() > 1 ? "mirror" : "", devices);
  }

  private static Command vdev(Command create, String layout, List<String> devices) {
    Command all = layout.isEmpty() ? create : create.arg(layout);
    for (String device : devices) {
      all = all.arg(device);
    }
    return all;
  }

  // As systemd-escape does it, of the characters that the name of a pool can have.
  private static String escaped(String pool) {
    return pool.replace("-", "\\x2d");
  }
}
