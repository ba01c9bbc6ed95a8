package io.pveplan.rules.guest;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about guests, their moves and their templates.
 *
 * @since 0.1
 */
public final class GuestRules implements RulePack {

  /** For the service loader. */
  public GuestRules() {}

  @Override
  public String name() {
    return "guest";
  }

  @Override
  public String title() {
    return "Guests, migration, templates";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new CloudInitWithoutDrive(),
        new AddressOffNetwork(),
        new SnippetNotTaken(),
        new SnippetNotOnNode(),
        new DocumentTooLarge(),
        new DocumentHidesSettings(),
        new NobodyCanLogIn(),
        new NoSerialConsole(),
        new BootOrderOpen(),
        new CloudImageController(),
        new WindowsCloudInit(),
        new TemplateOutOfReach(),
        new LinkedCloneImpossible(),
        new TemplateInUse(),
        new CloneDiskTooSmall(),
        new ImageWithoutChecksum(),
        new VmidOutsideRange(),
        new DuplicateGuestName(),
        new MoreVcpusThanThreads(),
        new CpuTypeUnknown(),
        new CpuTypeNewerThanNode(),
        new HostTypeInMixedCluster(),
        new CpuTypeUnset(),
        new MitigationFlagsUnset(),
        new DuplicateMac(),
        new NicMtuTooLarge(),
        new BridgeMissingOnNode(),
        new IoThreadWithoutEffect(),
        new WindowsWithoutTpm(),
        new UefiWithoutDisk(),
        new UefiOnNarrowCpu(),
        new PassthroughImpossible(),
        new UnsafeDiskCache(),
        new ThinDiskWithoutDiscard(),
        new VmWithoutAgent(),
        new PrivilegedContainer(),
        new MachineTypeTooOld(),
        new GuestNotStarted(),
        new GuestWithoutNode(),
        new TwoGatewaysOfGuest(),
        new RunningVmMovedWithoutOnline(),
        new LocalDisksLeftBehind(),
        new MovedToItsOwnNode(),
        new StorageMissingOnTarget(),
        new ContainerMovedOnline(),
        new BindMountsOfMovedContainer(),
        new LocalDevicesMoved(),
        new DirectoriesMovedInUse(),
        new ReplicatedVmMovedAside(),
        new SnapshotsOfMovedDisks(),
        new LinkedClonesMoved(),
        new MigrationAddressUnclear(),
        new NoMigrationNetwork(),
        new MigrationInTheClear(),
        new CpuVendorsDiffer(),
        new CpuFlagsMissingOnTarget(),
        new MovedToOlderRelease(),
        new NetworkMissingOnTarget(),
        new ProcessorTooSmallOnTarget(),
        new MigrationSlowerThanMemory(),
        new LocalIsoMoved(),
        new ConnectionsCutByMove(),
        new MovedAgainstHa(),
        new NoRoomOnTarget());
  }
}
