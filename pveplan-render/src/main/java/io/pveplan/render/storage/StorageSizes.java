package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LocalPools;
import io.pveplan.model.storage.LvmThinCapacity;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.ZfsCapacity;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.Markdown;
import io.pveplan.render.text.Phrase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much the ZFS pools and LVM thin pools hold, as a document. */
final class StorageSizes {

  private static final String UNKNOWN = "a disk is not declared";
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

  private StorageSizes() {}

  static String of(ResolvedPlan plan) {
    List<List<Phrase>> pools = new ArrayList<>();
    List<List<Phrase>> storages = new ArrayList<>();
    boolean zfs = false;
    boolean thin = false;
    for (Node node : plan.nodes()) {
      zfs |= !node.zfsPools().isEmpty();
      thin |= !node.lvmThinPools().isEmpty();
      for (ZfsPool pool : node.zfsPools()) {
        Optional<ZfsCapacity> capacity = plan.localPools().capacity(node.name(), pool.name());
        pools.add(row(
            node.name(),
            pool.name(),
            layout(pool),
            capacity.map(it -> text(it.raw())).orElse(UNKNOWN),
            capacity.map(it -> text(it.usable())).orElse("-")));
        capacity.ifPresent(it -> {
          for (ZfsPoolStorage each : plan.localPools().storagesOn(node.name(), pool.name())) {
            storages.add(storage(plan.localPools(), node, each, it));
          }
        });
      }
      for (LvmThinPool pool : node.lvmThinPools()) {
        Optional<LvmThinCapacity> capacity =
            plan.localPools().thinCapacity(node.name(), pool.name());
        pools.add(row(
            node.name(),
            pool.name(),
            "LVM-thin of " + pool.devices().size()
                + capacity.map(it -> ", metadata " + text(it.metadata())).orElse(""),
            capacity.map(it -> text(it.raw())).orElse(UNKNOWN),
            capacity.map(it -> text(it.usable())).orElse("-")));
      }
    }
    Markdown text = Markdown.empty()
        .heading(1, Phrase.of("Sizes of the local pools"))
        .table(List.of("node", "pool", "layout", "disks together", "room"), pools);
    if (!storages.isEmpty()) {
      text = text.heading(2, Phrase.of("Storages on them"))
          .paragraph(Phrase.of("The room is what disks of VMs can take up in all, written full."
              + " Storages on one pool share it."))
          .table(
              List.of("node", "storage", "block", "on the disks", "room for VM disks"), storages);
    }
    return text.heading(2, Phrase.of("How it is reckoned"))
        .list(reckoning(zfs, thin).toArray(Phrase[]::new))
        .text();
  }

  private static List<Phrase> reckoning(boolean zfs, boolean thin) {
    List<Phrase> all = new ArrayList<>();
    if (zfs) {
      all.add(Phrase.of("Of disks of different sizes in a mirror or RAIDZ the smallest counts."));
      all.add(
          Phrase.of("RAIDZ writes parity for each row of a block, and pads the block to a multiple"
              + " of parity plus one sector; dRAID fills whole rows."));
      all.add(
          Phrase.of("The room of a ZFS pool is told in blocks of 128 KiB, as zfs list does, less"
              + " what ZFS keeps back: 1/32, at most 128 GiB."));
      all.add(Phrase.of("Nothing is compressed. Labels, metadata and rounding, together about one"
          + " percent, are not counted."));
      all.add(
          Phrase.of("Snapshots and the copies of replicated guests take their room from it. Keep"
              + " a fifth free: a full pool gets slow."));
    }
    if (thin) {
      all.add(
          Phrase.of("An LVM thin pool has metadata of a hundredth of its disks, from 1 GiB to 16"
              + " GiB, and as much to spare; labels and rounding to extents are not counted."));
    }
    return all;
  }

  private static List<Phrase> storage(
      LocalPools pools, Node node, ZfsPoolStorage storage, ZfsCapacity capacity) {
    DataSize block = storage.blocksize().orElse(ZfsCapacity.USUAL_BLOCK);
    return row(
        node.name(),
        storage.id(),
        block + (storage.blocksize().isPresent() ? "" : " (usual)"),
        capacity.onDisk(block).toString(),
        pools.room(node.name(), storage).map(StorageSizes::text).orElse("-"));
  }

  private static String layout(ZfsPool pool) {
    StringBuilder layout =
        new StringBuilder(pool.raid() + " of " + pool.devices().size());
    pool.draidData().ifPresent(data -> layout.append(", groups of ").append(data));
    pool.draidSpares().ifPresent(spares -> layout.append(", spares ").append(spares));
    return layout.append(", ashift ").append(pool.ashift().orElse(12)).toString();
  }

  private static String text(DataSize size) {
    return BigDecimal.valueOf(size.bytes()).divide(GIB, 1, RoundingMode.DOWN).toPlainString()
        + " GiB";
  }

  private static List<Phrase> row(String... cells) {
    List<Phrase> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Phrase.of(cell));
    }
    return row;
  }
}
