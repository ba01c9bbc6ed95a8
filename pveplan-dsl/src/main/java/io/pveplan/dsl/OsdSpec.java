package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.unit.DataSize;
import java.util.Objects;

/**
 * Scope of a Ceph OSD.
 *
 * <pre>{@code
 * c.node("pve8", n -> n.osd("/dev/sdb", s -> s.deviceClass("hdd").db("/dev/nvme0n1", gib(120))));
 * c.node("pve9", n -> n.osd("/dev/sdb", s -> s.db("/dev/sdb"))); // refused: uses already
 * }</pre>
 *
 * @since 0.1
 */
public final class OsdSpec extends Scope {

  final Osd.Builder osd = Osd.builder();

  OsdSpec(Definition definition, PlanPath at, String device) {
    super(definition, at);
    osd.device(Objects.requireNonNull(device, "device")).declaredAt(line);
    require("device", device, NameFormat.DEVICE::require);
  }

  /** Sets the CRUSH device class: hdd, ssd, nvme or one of your own. */
  public OsdSpec deviceClass(String deviceClass) {
    set("deviceClass", deviceClass, it -> osd.deviceClass(NameFormat.LABEL.require(it)));
    return this;
  }

  /** Sets the device of its database, of which it takes a tenth of the size of the OSD. */
  public OsdSpec db(String device) {
    set("dbDevice", device, it -> osd.dbDevice(NameFormat.DEVICE.require(it)));
    return this;
  }

  /** Sets the device of its database and how much of it, 1 GiB or more. */
  public OsdSpec db(String device, DataSize size) {
    set("dbSize", size, osd::dbSize);
    return db(device);
  }

  /** Sets the device of its write-ahead log, of which it takes a hundredth of the OSD's size. */
  public OsdSpec wal(String device) {
    set("walDevice", device, it -> osd.walDevice(NameFormat.DEVICE.require(it)));
    return this;
  }

  /** Sets the device of its write-ahead log and how much of it, 512 MiB or more. */
  public OsdSpec wal(String device, DataSize size) {
    set("walSize", size, osd::walSize);
    return wal(device);
  }

  /** Makes several OSDs on the device, for very fast NVMe disks; 1 to 16. */
  public OsdSpec perDevice(int number) {
    set("osdsPerDevice", number, osd::osdsPerDevice);
    return this;
  }

  /** Encrypts what lies on it. */
  public OsdSpec encrypted() {
    set("encrypted", true, osd::encrypted);
    return this;
  }
}
