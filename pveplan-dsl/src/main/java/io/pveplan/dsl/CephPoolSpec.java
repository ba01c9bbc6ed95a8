package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.ErasureCode;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PoolApplication;
import io.pveplan.model.unit.DataSize;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of a Ceph pool.
 *
 * <pre>{@code
 * c.cephPool("fast", p -> p.size(3).minSize(2));
 * c.cephPool("wide", p -> p.size(8)); // refused: is outside 1 to 7
 * }</pre>
 *
 * @since 0.1
 */
public final class CephPoolSpec extends Scope {

  final CephPool.Builder pool = CephPool.builder();

  CephPoolSpec(Definition definition, String name) {
    super(definition, PlanPath.of("ceph", "pool", Objects.requireNonNull(name, "name")));
    pool.name(name).declaredAt(line);
  }

  /** Sets the number of copies, 1 to 7; 3 when not set. */
  public CephPoolSpec size(int size) {
    set("size", size, pool::size);
    return this;
  }

  /** Sets how many copies must be there for writing, 1 to 7; 2 when not set. */
  public CephPoolSpec minSize(int size) {
    set("minSize", size, pool::minSize);
    return this;
  }

  /** Makes no storage of the same name with it. */
  public CephPoolSpec withoutStorage() {
    set("addStorages", false, pool::addStorages);
    return this;
  }

  /**
   * Cuts objects into chunks instead of copying them. {@code size}, {@code minSize} and {@code
   * crushRule} are those of the replicated pool of metadata then, that comes with it.
   *
   * <pre>{@code
   * c.cephPool("cold", p -> p.erasureCoded(4, 2));
   * c.cephPool("colder", p -> p.erasureCoded(1, 2)); // refused: is outside 2 to 64
   * }</pre>
   *
   * @param dataChunks k, 2 or more
   * @param codingChunks m, 1 or more: as many domains may be lost
   * @return this scope
   */
  public CephPoolSpec erasureCoded(int dataChunks, int codingChunks) {
    return erasureCoded(dataChunks, codingChunks, e -> {});
  }

  /**
   * Cuts objects into chunks instead of copying them.
   *
   * <pre>{@code
   * c.cephPool("cold", p -> p.erasureCoded(4, 2, e -> e.deviceClass("hdd")));
   * c.cephPool("colder", p -> p.erasureCoded(4, 0, e -> e.deviceClass("hdd"))); // refused: is outside
   * }</pre>
   *
   * @param dataChunks k, 2 or more
   * @param codingChunks m, 1 or more: as many domains may be lost
   * @param block failure domain and device class of the chunks
   * @return this scope
   */
  public CephPoolSpec erasureCoded(
      int dataChunks, int codingChunks, Consumer<? super ErasureCodeSpec> block) {
    requireOpen();
    ErasureCodeSpec spec =
        new ErasureCodeSpec(definition, at.child("erasureCode"), dataChunks, codingChunks);
    declare(spec, block, spec.code::build).ifPresentOrElse(pool::erasureCode, this::breakOff);
    return this;
  }

  /** Sets the CRUSH rule; the one that Ceph makes itself when not set. */
  public CephPoolSpec crushRule(CrushRuleRef rule) {
    set("crushRule", rule, it -> pool.crushRule(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Sets the number of placement groups, 1 to 32768; 128 when not set. */
  public CephPoolSpec pgNum(int number) {
    set("pgNum", number, pool::pgNum);
    return this;
  }

  /** Sets the least number of placement groups the autoscaler may choose. */
  public CephPoolSpec pgNumMin(int number) {
    set("pgNumMin", number, pool::pgNumMin);
    return this;
  }

  /** Sets what the autoscaler of placement groups does; it warns when not set. */
  public CephPoolSpec autoscale(AutoscaleMode mode) {
    set("autoscale", mode, pool::autoscale);
    return this;
  }

  /** Sets what the autoscaler expects to lie in the pool, without copies. */
  public CephPoolSpec targetSize(DataSize size) {
    set("targetSize", size, pool::targetSize);
    return this;
  }

  /** Sets the part of the capacity the autoscaler expects the pool to have, for example 0.8. */
  public CephPoolSpec targetRatio(double ratio) {
    set("targetRatio", ratio, pool::targetRatio);
    return this;
  }

  /** Says how much data is going to lie in the pool, without copies. */
  public CephPoolSpec plannedData(DataSize size) {
    set("plannedData", size, pool::plannedData);
    return this;
  }

  /** Sets what the pool is for; disks of guests when not set. */
  public CephPoolSpec application(PoolApplication application) {
    set("application", application, pool::application);
    return this;
  }

  /**
   * Scope of the erasure code of a pool.
   *
   * <pre>{@code
   * c.cephPool("cold", p -> p.erasureCoded(4, 2, e -> e.failureDomain(FailureDomain.HOST)));
   * c.cephPool("colder", p -> p.erasureCoded(4, 2, e -> e.minSize(3))); // refused: is outside 4 to 6
   * }</pre>
   *
   * @since 0.1
   */
  public static final class ErasureCodeSpec extends Scope {

    final ErasureCode.Builder code = ErasureCode.builder();

    ErasureCodeSpec(Definition definition, PlanPath at, int dataChunks, int codingChunks) {
      super(definition, at);
      code.dataChunks(dataChunks).codingChunks(codingChunks).declaredAt(line);
    }

    /** Sets what no two chunks of an object share; the node when not set. */
    public ErasureCodeSpec failureDomain(FailureDomain domain) {
      set("failureDomain", domain, code::failureDomain);
      return this;
    }

    /** Sets the device class of the OSDs; all OSDs when not set. */
    public ErasureCodeSpec deviceClass(String deviceClass) {
      set("deviceClass", deviceClass, it -> code.deviceClass(NameFormat.LABEL.require(it)));
      return this;
    }

    /** Sets how many chunks must be there for reading and writing; k + 1 when not set. */
    public ErasureCodeSpec minSize(int size) {
      set("minSize", size, code::minSize);
      return this;
    }
  }
}
