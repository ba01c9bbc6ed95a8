package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.network.IpAddress;

/**
 * Scope of what all nodes have.
 *
 * <pre>{@code
 * c.everyNode(n -> n.domain("example.net").timeServers("ntp.example.net"));
 * c.everyNode(n -> n.packages("Open iSCSI")); // refused: is not a package name
 * }</pre>
 *
 * @since 0.1
 */
public final class EveryNodeSpec extends Scope {

  EveryNodeSpec(Definition definition) {
    super(definition, PlanPath.of("cluster"));
  }

  /** Sets the DNS domain of the nodes. */
  public EveryNodeSpec domain(String domain) {
    set("domain", domain, it -> definition.set(plan -> plan.domain(it)));
    return this;
  }

  /** Adds name servers, three at most. */
  public EveryNodeSpec dns(String... servers) {
    setEach(
        "dnsServers",
        servers,
        it -> definition.set(plan -> plan.addDnsServer(IpAddress.parse(it))));
    return this;
  }

  /** Adds NTP servers; the default pool of chrony without any. */
  public EveryNodeSpec timeServers(String... servers) {
    setEach("timeServers", servers, it -> definition.set(plan -> plan.addTimeServer(it)));
    return this;
  }

  /** Sets where the packages of Proxmox VE come from. */
  public EveryNodeSpec repository(PackageRepository repository) {
    set("repository", repository, it -> definition.set(plan -> plan.repository(it)));
    return this;
  }

  /** Adds Debian packages to be installed. */
  public EveryNodeSpec packages(String... names) {
    setEach("packages", names, it -> definition.set(plan -> plan.addPackage(it)));
    return this;
  }
}
