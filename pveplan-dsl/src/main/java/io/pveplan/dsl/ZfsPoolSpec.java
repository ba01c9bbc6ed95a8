package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.storage.ZfsCompression;
import io.pveplan.model.storage.ZfsPool;

/**
 * Scope of a ZFS pool of a node.
 *
 * <pre>{@code
 * var disks = List.of("/dev/sda", "/dev/sdb", "/dev/sdc", "/dev/sdd", "/dev/sde");
 * n.zpool("tank", ZfsRaid.DRAID2, disks, p -> p.draid(2, 1).special("/dev/sdf", "/dev/sdg"));
 * n.zpool("fast", ZfsRaid.SINGLE, List.of("/dev/sdh"), p -> p.ashift(8)); // refused: is outside 9 to 16
 * }</pre>
 *
 * @since 0.1
 */
public final class ZfsPoolSpec extends Scope {

  final ZfsPool.Builder pool = ZfsPool.builder();

  ZfsPoolSpec(Definition definition, PlanPath at) {
    super(definition, at);
    pool.declaredAt(line);
  }

  /**
   * Sets the groups of a dRAID.
   *
   * @param data data disks in each group, at least 1
   * @param spares disks whose space is kept free to rebuild into
   * @return this scope
   */
  public ZfsPoolSpec draid(int data, int spares) {
    set("draidData", data, pool::draidData);
    set("draidSpares", spares, pool::draidSpares);
    return this;
  }

  /** Adds devices for metadata, one mirror of them all. Without them the pool is lost. */
  public ZfsPoolSpec special(String... devices) {
    setEach("special", devices, it -> pool.addSpecial(NameFormat.DEVICE.require(it)));
    return this;
  }

  /** Adds devices for the log of synchronous writes, one mirror of them all. */
  public ZfsPoolSpec log(String... devices) {
    setEach("log", devices, it -> pool.addLog(NameFormat.DEVICE.require(it)));
    return this;
  }

  /** Adds devices that read data is kept on besides the memory. */
  public ZfsPoolSpec cache(String... devices) {
    setEach("cache", devices, it -> pool.addCache(NameFormat.DEVICE.require(it)));
    return this;
  }

  /** Sets the binary logarithm of the sector size, 9 to 16; 12, which is 4 KiB, when not set. */
  public ZfsPoolSpec ashift(int ashift) {
    set("ashift", ashift, pool::ashift);
    return this;
  }

  /** Sets the compression; on when not set. */
  public ZfsPoolSpec compression(ZfsCompression compression) {
    set("compression", compression, pool::compression);
    return this;
  }

  /** Lets ZFS encrypt it, with a passphrase that is asked for when it is made and after each start. */
  public ZfsPoolSpec encrypted() {
    set("encrypted", true, pool::encrypted);
    return this;
  }

  /** Says that swap space of the node lies on it. */
  public ZfsPoolSpec swap() {
    set("swap", true, pool::swap);
    return this;
  }
}
