package io.pveplan.render.ceph;

import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.ErasureCode;
import io.pveplan.model.ceph.PoolApplication;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a pool. {@code pveceph} makes it first and sets it and adds its storage then, and may fail in
 * between (pve-manager, PVE/Ceph/Tools.pm, create_pool; PVE/API2/Ceph/Pool.pm): so each of these is
 * asked for by itself.
 */
final class CephPoolSteps {

  private final CephPool pool;

  // Of two pools the one that describes the other is made last.
  private final String last;

  private CephPoolSteps(CephPool pool) {
    this.pool = pool;
    this.last = pool.poolNames().get(0);
  }

  static ShellScript add(ShellScript script, CephPool pool) {
    return new CephPoolSteps(pool).add(script.step("pool " + pool.name()));
  }

  private ShellScript add(ShellScript script) {
    ShellScript made = script.unless(CephGates.pool(last), create());
    List<String> copies = copies();
    made = set(made, last, copies);
    if (pool.erasureCode().isPresent()) {
      made = chunks(made, pool.poolNames().get(1), pool.erasureCode().get());
    }
    return pool.addStorages() ? made.unless(CephGates.storage(pool.name()), storage()) : made;
  }

  private Command create() {
    Command create = Command.of("pveceph", "pool", "create")
        .arg(pool.name())
        .option("--size", pool.size())
        .option("--min_size", pool.minSize())
        .option("--crush_rule", pool.crushRule())
        .option("--erasure-coding", pool.erasureCode().map(CephPoolSteps::code))
        .option("--pg_num", pool.pgNum());
    return autoscaled(create)
        .option("--application", pool.application().map(Object::toString))
        .flag("--add_storages", 0);
  }

  // What pveceph adds (pve-manager, PVE/API2/Ceph/Pool.pm, add_storage).
  private Command storage() {
    Command add = Command.of("pvesm", "add", "rbd")
        .arg(pool.name())
        .flag("--pool", last)
        .flag("--krbd", 0)
        .flag("--content", "rootdir,images");
    return pool.erasureCode().isPresent()
        ? add.flag("--data-pool", pool.poolNames().get(1))
        : add;
  }

  private List<String> copies() {
    List<String> wanted = new ArrayList<>();
    wanted.add("d[\"size\"] == " + pool.size().orElse(3));
    wanted.add("d[\"min_size\"] == " + pool.minSize().orElse(2));
    pool.crushRule().ifPresent(rule -> wanted.add("d[\"crush_rule\"] == \"" + rule + "\""));
    return wanted;
  }

  private ShellScript set(ShellScript script, String name, List<String> copies) {
    Command set = Command.of("pveceph", "pool", "set").arg(name);
    List<String> wanted = new ArrayList<>(copies);
    if (!copies.isEmpty()) {
      set = set.flag("--size", pool.size().orElse(3))
          .flag("--min_size", pool.minSize().orElse(2))
          .option("--crush_rule", pool.crushRule());
    }
    AutoscaleMode mode = pool.autoscale().orElse(AutoscaleMode.WARN);
    wanted.add("d[\"pg_autoscale_mode\"] == \"" + mode + "\"");
    pool.pgNumMin().ifPresent(number -> wanted.add("d[\"pg_num_min\"] == " + number));
    pool.targetSize().ifPresent(size -> wanted.add("d[\"target_size_bytes\"] == " + size.bytes()));
    ratio().ifPresent(ratio -> wanted.add("d[\"target_size_ratio\"] == " + ratio));
    set = pool.autoscale().isPresent()
        ? autoscaled(set)
        : autoscaled(set).flag("--pg_autoscale_mode", mode.toString());
    String application = pool.application().orElse(PoolApplication.RBD).toString();
    return script
        .unless(CephGates.poolIs(name, String.join(" and ", wanted)), set)
        .unless(
            CephGates.usedFor(name, application),
            Command.of("pveceph", "pool", "set").arg(name).flag("--application", application));
  }

  private ShellScript chunks(ShellScript script, String name, ErasureCode code) {
    ShellScript made = set(script, name, List.of())
        .unless(
            CephGates.poolIs(name, "d[\"allow_ec_overwrites\"]"),
            Command.of("ceph", "osd", "pool", "set", name, "allow_ec_overwrites", "true"));
    OptionalInt minSize = code.minSize();
    if (minSize.isEmpty()) {
      return made;
    }
    // pveceph takes no more than 7 for it.
    return made.unless(
        CephGates.poolHas(name, "min_size", minSize.getAsInt()),
        Command.of("ceph", "osd", "pool", "set", name, "min_size", "" + minSize.getAsInt()));
  }

  private Command autoscaled(Command command) {
    return command
        .option("--pg_num_min", pool.pgNumMin())
        .option("--pg_autoscale_mode", pool.autoscale().map(Object::toString))
        .option("--target_size", pool.targetSize().map(CephPoolSteps::size))
        .option("--target_size_ratio", ratio());
  }

  private static String code(ErasureCode code) {
    return "k=" + code.dataChunks() + ",m=" + code.codingChunks()
        + code.deviceClass().map(name -> ",device-class=" + name).orElse("")
        + code.failureDomain().map(domain -> ",failure-domain=" + domain).orElse("");
  }

  private Optional<String> ratio() {
    return pool.targetRatio().isPresent()
        ? Optional.of(BigDecimal.valueOf(pool.targetRatio().getAsDouble())
            .stripTrailingZeros()
            .toPlainString())
        : Optional.empty();
  }

  // Bytes, or a number with K, M, G or T of 1024 each (pve-common, JSONSchema.pm, parse_size).
  private static String size(DataSize size) {
    long number = size.bytes();
    int unit = 0;
    while (unit < 4 && number > 0 && number % 1024 == 0) {
      number /= 1024;
      unit++;
    }
    return number + List.of("", "K", "M", "G", "T").get(unit);
  }
}
