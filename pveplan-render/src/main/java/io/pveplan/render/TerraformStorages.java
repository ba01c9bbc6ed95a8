package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.Optional;

/** The storages that bpg/proxmox has resources for (provider docs/resources/storage_*.md). */
final class TerraformStorages {

  private static final String LOCAL = "local";

  private final ResolvedPlan plan;
  private final TerraformShare share;

  TerraformStorages(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  void add() {
    PlannedStorages.defined(plan)
        .forEach(storage -> refusal(storage)
            .ifPresentOrElse(
                reason -> share.refuse(
                    storage.path(), PlannedStorages.step(storage), TerraformShare.CLUSTER, reason),
                () -> share.take(storage.path(), PlannedStorages.step(storage))));
  }

  private Optional<String> refusal(Storage storage) {
    if (storage.id().equals(LOCAL)) {
      return Optional.of("the installer makes the storage local, and it is only changed");
    }
    boolean known = storage instanceof DirStorage
        || storage instanceof NfsStorage
        || storage instanceof CifsStorage
        || storage instanceof PbsStorage
        || storage instanceof LvmStorage
        || storage instanceof LvmThinStorage
        || storage instanceof ZfsPoolStorage;
    if (!known) {
      return Optional.of("the provider has no resource for storages of type " + storage.type());
    }
    if (storage instanceof FileStorage files && files.format().isPresent()) {
      return Optional.of("the provider has no argument for the format of disks");
    }
    if (storage instanceof DirStorage dir && dir.snapshotAsVolumeChain()) {
      return Optional.of("the provider has no argument for volume chains in directories");
    }
    if (storage instanceof CifsStorage cifs) {
      return cifs(cifs);
    }
    return storage instanceof LvmStorage lvm ? lvm(lvm) : Optional.empty();
  }

  private Optional<String> cifs(CifsStorage cifs) {
    if (cifs.options().isPresent() && !share.version().atLeast(110)) {
      return Optional.of(share.since(110, "the mount options of a CIFS storage"));
    }
    if (cifs.smbVersion().isPresent()) {
      return Optional.of("the provider has no argument for the version of SMB");
    }
    return cifs.username().isEmpty() || cifs.password().isEmpty()
        ? Optional.of("the provider requires a user and a password")
        : Optional.empty();
  }

  // The script that makes the volume group takes the LUN from the same storage it then defines.
  private Optional<String> lvm(LvmStorage lvm) {
    if (lvm.base().isPresent() || !plan.luns().below(lvm).isEmpty()) {
      return Optional.of("the provider makes no volume group on a LUN");
    }
    return lvm.snapshotAsVolumeChain()
        ? Optional.of("the provider has no argument for volume chains on LVM")
        : Optional.empty();
  }
}
