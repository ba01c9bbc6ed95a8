package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.network.IpAddress;
import java.util.Arrays;

/**
 * Scope of what all nodes have.
 *
 * @since 0.1
 */
public final class EveryNodeSpec extends Scope {

  EveryNodeSpec(Definition definition) {
    super(definition, PlanPath.of("cluster"));
  }

  /** Sets the DNS domain of the nodes. */
  public EveryNodeSpec domain(String domain) {
    set(() -> definition.set(plan -> plan.domain(domain)));
    return this;
  }

  /** Adds name servers, three at most. */
  public EveryNodeSpec dns(String... servers) {
    set(() -> definition.set(plan ->
        plan.addAllDnsServers(Arrays.stream(servers).map(IpAddress::parse).toList())));
    return this;
  }

  /** Adds NTP servers; the default pool of chrony without any. */
  public EveryNodeSpec timeServers(String... servers) {
    set(() -> definition.set(plan -> plan.addTimeServers(servers)));
    return this;
  }

  /** Adds Debian packages to be installed. */
  public EveryNodeSpec packages(String... names) {
    set(() -> definition.set(plan -> plan.addPackages(names)));
    return this;
  }
}
