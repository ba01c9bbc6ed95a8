package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclObject;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What guests name without lying on it: mappings of devices, and pools. */
final class BpgObjects {

  private static final String POOL = BpgTypes.onlyLong("pool");

  private final ResolvedPlan plan;
  private final TerraformShare share;

  BpgObjects(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  List<BpgResource> resources(BpgTypes types) {
    List<BpgResource> all = new ArrayList<>();
    for (DeviceMapping mapping : plan.plan().deviceMappings()) {
      if (share.takes(mapping.path())) {
        all.add(BpgResource.of(
            "mappings", Step.TEMPLATES, mapping.path(), mapping(mapping, types), mapping.id()));
      }
    }
    for (String pool : pools()) {
      all.add(
          BpgResource.of("pools", Step.TEMPLATES, TerraformShare.poolPath(pool), pool(pool), pool));
    }
    return all;
  }

  private static HclBlock mapping(DeviceMapping mapping, BpgTypes types) {
    HclBlock block = HclBlock.of(
            "resource",
            types.of("hardware_mapping_" + mapping.deviceKind()),
            Identifiers.of(mapping.id()))
        .set("name", mapping.id())
        .set("comment", mapping.description());
    if (mapping.mediated()) {
      block = block.set("mediated_devices", true);
    }
    boolean pci = mapping.deviceKind() == DeviceKind.PCI;
    return block.set(
        "map",
        HclValue.list(mapping.devices().stream().map(it -> entry(it, pci)).toList()));
  }

  private static HclObject entry(MappedDevice device, boolean pci) {
    HclObject entry = HclValue.object()
        .with("node", device.node())
        .with("path", device.path())
        .with("id", device.deviceId());
    if (!pci) {
      return entry;
    }
    entry = entry.with("subsystem_id", device.subsystemId());
    return device.iommuGroup().isPresent()
        ? entry.with("iommu_group", device.iommuGroup().getAsInt())
        : entry;
  }

  // A pool inside another needs that one.
  private SortedSet<String> pools() {
    SortedSet<String> pools = new TreeSet<>();
    for (Guest guest : plan.guests()) {
      Optional<String> pool = guest.pool().filter(it -> share.takes(TerraformShare.poolPath(it)));
      pool.ifPresent(it -> {
        pools.add(it);
        for (int i = it.indexOf('/'); i >= 0; i = it.indexOf('/', i + 1)) {
          pools.add(it.substring(0, i));
        }
      });
    }
    return pools;
  }

  private static HclBlock pool(String pool) {
    HclBlock block = HclBlock.of("resource", POOL, Identifiers.of(pool)).set("pool_id", pool);
    int parent = pool.lastIndexOf('/');
    return parent < 0
        ? block
        : block
            .blank()
            .set(
                "depends_on",
                HclValue.list(HclValue.reference(POOL, Identifiers.of(pool.substring(0, parent)))));
  }
}
