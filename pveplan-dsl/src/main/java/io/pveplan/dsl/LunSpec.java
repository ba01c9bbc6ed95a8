package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.storage.Lun;
import io.pveplan.model.unit.DataSize;

/**
 * Scope of a LUN of an iSCSI target.
 *
 * <pre>{@code
 * c.storage(
 *     iscsi("san", "172.30.20.50", "iqn.2024-02.org.example:san"),
 *     s -> s.lun(1, l -> l.wwid("360000000000000000e00000000010001").alias("mpath_san1").size(tib(2)))
 *         .lun(2, l -> l.wwid("3600"))); // refused: is not the WWID of a LUN
 * }</pre>
 *
 * @since 0.1
 */
public final class LunSpec extends Scope {

  final Lun.Builder lun = Lun.builder();

  LunSpec(Definition definition, PlanPath at, int number) {
    super(definition, at);
    lun.number(number).declaredAt(line);
  }

  /**
   * Sets what the LUN is known by on every path, as {@code multipath -ll} shows it: mostly 3 and
   * then 16 or 32 hexadecimal digits. Where two targets offer the same LUN, both name it so.
   */
  public LunSpec wwid(String wwid) {
    set("wwid", wwid, it -> lun.wwid(NameFormat.WWID.require(it)));
    return this;
  }

  /** Sets the name of its multipath device in {@code /dev/mapper}; its WWID when not set. */
  public LunSpec alias(String alias) {
    set("alias", alias, it -> lun.alias(NameFormat.MULTIPATH_ALIAS.require(it)));
    return this;
  }

  /** Sets its size. */
  public LunSpec size(DataSize size) {
    set("size", size, lun::size);
    return this;
  }
}
