package io.pveplan.rules.hardware;

import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.util.List;

/**
 * Rules about nodes and what they are built from; ids NODE.
 *
 * @since 0.1
 */
public final class HardwareRules implements RulePack {

  /** For the service loader. */
  public HardwareRules() {}

  @Override
  public String name() {
    return "hardware";
  }

  @Override
  public String title() {
    return "Nodes and hardware";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new HostNameTooLong(),
        new NoVirtualization(),
        new HostMemoryFloor(),
        new MixedCpuModels(),
        new TooFewNicPorts(),
        new SinglePowerSupply(),
        new PowerSuppliesOnOneCircuit(),
        new NoUps(),
        new NoOutOfBandManagement(),
        new NoEccMemory(),
        new RaidBelowZfsOrCeph(),
        new ConsumerSsd(),
        new SystemDiskNotRedundant(),
        new SystemDiskSet(),
        new SwapTooLarge(),
        new RoleWithoutHardware(),
        new ManagementNodeOverloaded(),
        new NicNamesNotPinned(),
        new ReleaseOutOfSupport(),
        new RepositoryNotForProduction());
  }
}
