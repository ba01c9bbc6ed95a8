package io.pveplan.rules.ceph;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * The rules about Ceph, area CEPH.
 *
 * <pre>{@code
 * RuleBook.empty().with(new CephRules()).check(plan);
 * }</pre>
 *
 * @since 0.1
 */
public final class CephRules implements RulePack {

  /** For the service loader. */
  public CephRules() {}

  @Override
  public String name() {
    return "ceph";
  }

  @Override
  public String title() {
    return "Ceph";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new TooFewFailureDomains(),
        new TooFewNodes(),
        new MinSizeOne(),
        new SizeTwo(),
        new TooFewMonitors(),
        new EvenOrManyMonitors(),
        new MonitorsInOnePlace(),
        new TooFewManagers(),
        new MonitorAddressUnclear(),
        new OsdNodeOutsideNetwork(),
        new ClusterNetworkAlone(),
        new CephNetworksIdentical(),
        new CephNetworkTooSlow(),
        new CephBesideCorosync(),
        new FewOrUnevenOsds(),
        new RotatingDisks(),
        new OsdMemory(),
        new CephCpuReserve(),
        new DatabaseDeviceTooSmall(),
        new DatabaseDeviceLoss(),
        new SeveralOsdsOnDisk(),
        new ErasureCodeNeedsMoreDomains(),
        new ErasureCodeWithoutSpare(),
        new StorageOnErasureCode(),
        new PlacementGroupCount(),
        new AutoscalerOnlyWarns(),
        new UseAboveNearfull(),
        new UseAboveFull(),
        new NoRecoveryHeadroom(),
        new NoSelfHealing(),
        new MixedDeviceClasses(),
        new TooFewMetadataServers(),
        new NoStandbyMetadataServer(),
        new GuestDiskOnCephFs(),
        new CephReleaseNotOffered(),
        new CephxDisabled(),
        new ExternalCephWithoutKey());
  }
}
