package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders what is made on the disks of each node: a script for its ZFS pools with the datasets of
 * the storages on them, a script for its LVM thin pools, the memory of ZFS in
 * /etc/modprobe.d/zfs.conf, and for all nodes together {@code storage-sizes.md}, which shows how
 * much the pools hold and how that is reckoned.
 *
 * <pre>
 * if ! zpool list -H -o name tank &gt;/dev/null 2&gt;&amp;1; then
 *   empty /dev/disk/by-id/a /dev/disk/by-id/b
 *   zpool create -o ashift=12 -O compression=on tank mirror /dev/disk/by-id/a /dev/disk/by-id/b
 * else
 *   pool_on tank /dev/disk/by-id/a /dev/disk/by-id/b
 * fi
 * </pre>
 *
 * <p>The commands are those of the disks API (pve-storage, src/PVE/API2/Disks), which knows neither
 * special, log nor cache devices. A script ends with an error before it changes a disk that holds
 * something, be it a partition table only: zpool would overwrite some of them. It also does where a
 * pool or volume group of the name is there but lies on other disks. Reported as a gap: swap space
 * on a pool, which nothing makes.
 *
 * @since 0.1
 */
public final class LocalPoolsRenderer implements Renderer {

  private static final String ARC_FILE = "/etc/modprobe.d/zfs.conf";

  // modprobe reads only what ends in .conf (modprobe.d, manual page).
  private static final String SAVED_ARC_FILE = ARC_FILE + ".before";
  private static final String EMPTY_DISKS =
      "the disks are empty, without a partition table too: the"
          + " script ends with an error at one that holds something";

  /** Called by the service loader. */
  public LocalPoolsRenderer() {}

  @Override
  public String id() {
    return "local-pools";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<Artifact> artifacts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (Node node : plan.nodes()) {
      if (!node.zfsPools().isEmpty()) {
        artifacts.add(zfs(plan, node));
      }
      if (!node.lvmThinPools().isEmpty()) {
        artifacts.add(lvm(plan, node));
      }
      if (node.arcMax().isPresent() || node.arcMin().isPresent()) {
        artifacts.add(arc(plan, node));
      }
      node.zfsPools().stream()
          .filter(ZfsPool::swap)
          .forEach(pool -> gaps.add(Gap.of(
              node.path().child(pool.name()),
              Step.ZFS_POOLS,
              "The swap space on " + pool.name() + " is left to you: swap on ZFS can block the node"
                  + " (LOC-022).")));
    }
    if (plan.nodes().stream()
        .anyMatch(node -> !node.zfsPools().isEmpty() || !node.lvmThinPools().isEmpty())) {
      artifacts.add(Artifact.document("storage-sizes.md", StorageSizes.of(plan)));
    }
    return new Rendering(artifacts, gaps);
  }

  private static Artifact zfs(ResolvedPlan plan, Node node) {
    List<String> disks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean encrypted = false;
    for (ZfsPool pool : node.zfsPools()) {
      disks.addAll(pool.allDevices());
      names.add(pool.name());
      encrypted |= pool.encrypted();
    }
    String needs = EMPTY_DISKS
        + (encrypted
            ? "; somebody at the terminal types in the passphrase, and after each start of the node"
                + " again: zfs load-key -a && zfs mount -a"
            : "");
    return Artifact.script(Target.node(node.name()), Step.ZFS_POOLS, ZfsScript.of(plan, node))
        .covers(
            node.zfsPools().stream().map(pool -> node.path().child(pool.name())).toList())
        .with(Procedure.repeatable()
            .needs(needs)
            .checkBefore(disks(disks))
            .checkAfter(Command.of("zpool", "status", "-P").text() + "\n"
                + Command.of("zfs", "list").text())
            .undo("zpool destroy for " + String.join(", ", names)
                + " while nothing is on them; all is lost"));
  }

  private static Artifact lvm(ResolvedPlan plan, Node node) {
    List<String> disks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (LvmThinPool pool : node.lvmThinPools()) {
      disks.addAll(pool.devices());
      names.add(pool.vgname());
    }
    return Artifact.file(
            Target.node(node.name()),
            "nodes/" + node.name() + "/" + Step.ZFS_POOLS.prefix() + "-lvm-thin.sh",
            Step.ZFS_POOLS,
            LvmThinScript.of(plan, node))
        .mode(FileMode.SCRIPT)
        .covers(node.lvmThinPools().stream()
            .map(pool -> node.path().child(pool.vgname()))
            .toList())
        .with(Procedure.repeatable()
            .needs(EMPTY_DISKS)
            .checkBefore(disks(disks))
            .checkAfter(
                Command.of("vgs").text() + "\n" + Command.of("lvs", "-a").text())
            .undo("vgremove for " + String.join(", ", names)
                + " while nothing is on them; all is lost"));
  }

  private static String disks(List<String> devices) {
    Command list = Command.of("lsblk", "--output", "NAME,SIZE,TYPE,FSTYPE,MOUNTPOINTS");
    for (String device : devices) {
      list = list.arg(device);
    }
    return list.text();
  }

  // The file takes the place of the one that the installer wrote: its limit goes on in it.
  private static Artifact arc(ResolvedPlan plan, Node node) {
    StringBuilder text = new StringBuilder("# Memory of the ZFS cache, in bytes.\n");
    node.arcMin()
        .ifPresent(
            size -> text.append("options zfs zfs_arc_min=").append(size.bytes()).append('\n'));
    plan.localPools()
        .arcMax(node)
        .ifPresent(
            size -> text.append("options zfs zfs_arc_max=").append(size.bytes()).append('\n'));
    return Artifact.onNode(node.name(), ARC_FILE, Step.ZFS_POOLS, text.toString())
        .covers(node.path().child("arc"))
        .with(Procedure.repeatable()
            .needs(
                "what the installation wrote to this file is replaced; no guest runs on the node,"
                    + " which is started anew")
            .checkBefore("test -e " + SAVED_ARC_FILE + " || test ! -e " + ARC_FILE + " || "
                + Command.of("cp", "--archive", ARC_FILE, SAVED_ARC_FILE))
            .apply(Command.of("update-initramfs", "-u", "-k", "all")
                + "\n# one node after another: ZFS takes the values when its module is loaded\n"
                + Command.of("systemctl", "reboot"))
            .checkAfter(Command.of(
                    "head",
                    "/sys/module/zfs/parameters/zfs_arc_min",
                    "/sys/module/zfs/parameters/zfs_arc_max")
                .text())
            .undo(Phrase.of("put " + SAVED_ARC_FILE + " back, or remove " + ARC_FILE
                    + " where there was none, then ")
                .code("update-initramfs -u -k all")));
  }
}
