package io.pveplan.rules.storage;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * The rules about storage: local with replication, area LOC, and shared, area SHR.
 *
 * <pre>{@code
 * RuleBook.empty().with(new StorageRules()).check(plan);
 * }</pre>
 *
 * @since 0.1
 */
public final class StorageRules implements RulePack {

  /** For the service loader. */
  public StorageRules() {}

  @Override
  public String name() {
    return "storage";
  }

  @Override
  public String title() {
    return "Local and shared storage";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new UnsupportedContent(),
        new DiskWithoutContent(),
        new StorageNotOnNode(),
        new SharedOnLocalMedium(),
        new AliasedStorages(),
        new RaidzForVmDisks(),
        new FourDisksInRaidz2(),
        new RaidzPadding(),
        new AshiftTooSmall(),
        new ArcTooSmall(),
        new ZfsOnSmallHost(),
        new SpecialDeviceLessRedundant(),
        new LogDeviceTooLarge(),
        new SwapOnZfs(),
        new EncryptedWithReplication(),
        new ReplicatedVolumeNotOnZfs(),
        new NothingToReplicate(),
        new ScheduleOutOfRange(),
        new TargetLacksStorage(),
        new TargetPoolTooSmall(),
        new ReplicationBelievedSynchronous(),
        new NoReplicationNetwork(),
        new ReplicationCannotKeepUp(),
        new ThinPoolOverprovisioned(),
        new ThinPoolOnSharedDisk(),
        new BtrfsForGuests(),
        new PoolOfStorageMissing(),
        new PoolTooSmallForDisks(),
        new NfsServerByName(),
        new SoftMount(),
        new NfsForVmDisks(),
        new StorageServerSinglePointOfFailure(),
        new SlowSnapshots(),
        new SnapshotsImpossible(),
        new VolumeChainOnOldRelease(),
        new VolumeChainIsPreview(),
        new LunsOpenBelowLvm(),
        new LvmBaseNotVolumeId(),
        new LvmBaseNotIscsi(),
        new SanLvmNotShared(),
        new IscsiWithoutMultipath(),
        new MultipathSharesHardware(),
        new LvmOnOnePath(),
        new NfsByTwoAddresses(),
        new ReplacementTimeoutTooLong(),
        new SharedLvmActivatedEverywhere(),
        new StorageOutOfReach(),
        new StorageOverManagementNetwork(),
        new LunAsDisk());
  }
}
