package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import org.junit.jupiter.api.Test;

class StorageServerByAddressTest {

  @Test
  void a_server_is_found_by_each_of_its_addresses() {
    StorageServer filer = server("filer", "172.20.50.5", "172.30.20.50");
    StorageServer other = server("other", "172.20.50.6", "172.20.50.5");
    ResolvedPlan plan = ResolvedPlan.of(
        ClusterPlan.builder().name("lab").addStorageServers(filer, other).build());

    assertThat(plan.storageServer("172.30.20.50")).contains(filer);
    assertThat(plan.storageServer("172.20.50.5")).contains(filer);
    assertThat(plan.storageServer("172.20.50.6")).contains(other);
    assertThat(plan.storageServer("172.20.50.7")).isEmpty();
    assertThat(plan.storageServer("filer")).isEmpty();
  }

  @Test
  void a_portal_given_by_name_has_no_address() {
    assertThat(Portal.parse("172.30.20.50:3261").address())
        .contains(IpAddress.parse("172.30.20.50"));
    assertThat(Portal.parse("[2001:db8::50]:3261").address())
        .contains(IpAddress.parse("2001:db8::50"));
    assertThat(Portal.parse("san.example.net").address()).isEmpty();
  }

  private static StorageServer server(String name, String first, String second) {
    return StorageServer.builder()
        .name(name)
        .addAddresses(IpAddress.parse(first), IpAddress.parse(second))
        .build();
  }
}
