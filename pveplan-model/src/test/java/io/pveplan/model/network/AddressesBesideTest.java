package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Node;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesBesideTest {

  private static final Topology TOPOLOGY = Topology.of(ClusterPlan.builder()
      .name("lab")
      .addNode(Node.builder()
          .name("pve1")
          .addInterface(
              Nic.builder().name("eno1").addAddress(address("10.20.0.11/24")).build())
          .addInterface(Nic.builder()
              .name("eno2")
              .addAddresses(address("10.20.0.111/25"), address("2001:db8::11/64"))
              .build())
          .build())
      .build());

  @ParameterizedTest(name = "beside {0}: {1}")
  @CsvSource({
    "10.20.0.200, [10.20.0.11/24]",
    "10.20.0.5, '[10.20.0.11/24, 10.20.0.111/25]'",
    "2001:db8::5, [2001:db8::11/64]",
    "10.20.1.5, []"
  })
  void the_subnets_that_hold_an_address_tell_what_lies_beside_it(String server, String own) {
    assertThat(TOPOLOGY.addressesBeside("pve1", IpAddress.parse(server)))
        .extracting(InterfaceAddress::address)
        .hasToString(own);
    assertThat(TOPOLOGY.addressesBeside("pve2", IpAddress.parse(server))).isEmpty();
  }

  private static InterfaceAddress address(String text) {
    return new InterfaceAddress(HostAddress.parse(text), Optional.empty());
  }
}
