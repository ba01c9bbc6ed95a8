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
        new TemplateOutOfReach(),
        new VmidOutsideRange(),
        new DuplicateGuestName(),
        new MoreVcpusThanThreads(),
        new CpuTypeUnknown(),
        new CpuTypeNewerThanNode(),
        new HostTypeInMixedCluster(),
        new CpuTypeUnset(),
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
        new RunningVmMovedWithoutOnline(),
        new LocalDisksLeftBehind(),
        new StorageMissingOnTarget(),
        new BindMountsOfMovedContainer(),
        new LocalDevicesMoved(),
        new NoMigrationNetwork(),
        new CpuVendorsDiffer(),
        new CpuFlagsMissingOnTarget());
  }
}
