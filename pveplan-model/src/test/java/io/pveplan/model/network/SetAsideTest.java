package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.json.PlanFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAsideTest {

  private static Network.Builder network(String subnet) {
    return Network.builder().name("lan").subnet(Subnet.parse(subnet));
  }

  private static ReservedRange range(String range) {
    return ReservedRange.builder().range(AddressRange.parse(range)).build();
  }

  private static VirtualAddress vip(String address) {
    return VirtualAddress.builder()
        .address(IpAddress.parse(address))
        .purpose("proxy")
        .build();
  }

  @Test
  void ranges_beside_each_other_in_both_families() {
    assertThat(network("10.0.0.0/24")
            .addDhcpRanges(range("10.0.0.100-10.0.0.149"), range("10.0.0.50-10.0.0.99"))
            .addReservedRange(range("10.0.0.150-10.0.0.150"))
            .addVip(vip("10.0.0.150"))
            .build()
            .reservedRanges())
        .containsExactly(range("10.0.0.150-10.0.0.150"));
    assertThat(network("2001:db8::/64")
            .addDhcpRange(range("2001:db8::1000-2001:db8::1fff"))
            .build()
            .dhcpRanges())
        .containsExactly(range("2001:db8::1000-2001:db8::1fff"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      10.0.0.9-10.0.0.20 | range 10.0.0.9-10.0.0.20 overlaps range 10.0.0.10-10.0.0.19
      10.0.0.12-10.0.0.12 | range 10.0.0.12-10.0.0.12 overlaps range 10.0.0.10-10.0.0.19
      10.0.0.19-10.0.0.29 | range 10.0.0.19-10.0.0.29 overlaps range 10.0.0.10-10.0.0.19
      10.0.0.200-10.0.1.3 | range 10.0.0.200-10.0.1.3 is not in 10.0.0.0/24
      10.0.9.1-10.0.9.2 | range 10.0.9.1-10.0.9.2 is not in 10.0.0.0/24
      2001:db8::1-2001:db8::2 | range 2001:db8::1-2001:db8::2 is not in 10.0.0.0/24
      """)
  void a_range_that_can_not_be(String range, String message) {
    Network.Builder network = network("10.0.0.0/24")
        .addDhcpRange(range("10.0.0.10-10.0.0.19"))
        .addReservedRange(range(range));

    assertThatThrownBy(network::build)
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(message);
  }

  @Test
  void a_range_that_runs_backwards() {
    assertThatThrownBy(() -> range("10.0.0.9-10.0.0.1"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("range 10.0.0.9-10.0.0.1 runs backwards");
  }

  @Test
  void a_virtual_address_that_can_not_be() {
    assertThatThrownBy(() -> network("10.0.0.0/24").addVip(vip("10.0.1.5")).build())
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("virtual address 10.0.1.5 is not in 10.0.0.0/24");
    assertThatThrownBy(() ->
            network("10.0.0.0/24").addVips(vip("10.0.0.5"), vip("10.0.0.5")).build())
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("virtual address 10.0.0.5 is declared twice");
    assertThatThrownBy(
            () -> Network.builder().name("lan").addVip(vip("10.0.0.5")).build())
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("virtual address 10.0.0.5 stands in a network without a subnet");
  }

  @Test
  void all_faults_of_a_plan_that_is_read() {
    String plan = """
        formatVersion: 1
        name: prod
        circuits:
        - name: feed-a
          upsAddress:
            address: 10.0.0.240/24
        - name: feed-b
          ups: ups-b
          upsAddress:
            address: 10.0.9.240/24
            network: lan
        networks:
        - name: lan
          subnet: 10.0.0.0/24
        - name: apart
          subnet: 10.0.3.0/24
          dhcpRanges:
          - range: 10.0.0.1-10.0.0.9
          reservedRanges:
          - range: 10.0.3.1-10.0.3.9
          - range: 10.0.3.9-10.0.3.10
          vips:
          - address: 10.0.2.1
            purpose: proxy
        - name: lab
          subnet: 10.0.1.0/24
          reservedRanges:
          - range: 10.0.1.1
          - range: 10.0.1.1-10.0.1.9
            purpose: "a\\nb"
        nodes:
        - name: pve1
          number: 11
        - name: pve2
          number: 11
        - name: pve3
          number: 0
        """;

    assertThatThrownBy(() -> PlanFormat.YAML.read(plan))
        .isInstanceOfSatisfying(
            PlanDefinitionException.class,
            refused -> assertThat(refused.problems().stream()
                    .map(problem -> problem.at() + ": " + problem.message())
                    .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                    plan.circuits[0].upsAddress: address 10.0.0.240/24 belongs to no UPS
                    plan.networks[1].dhcpRanges: range 10.0.0.1-10.0.0.9 is not in 10.0.3.0/24
                    plan.networks[1].reservedRanges: range 10.0.3.9-10.0.3.10 overlaps range \
                    10.0.3.1-10.0.3.9
                    plan.networks[1].vips: virtual address 10.0.2.1 is not in 10.0.3.0/24
                    plan.networks[2].reservedRanges[0].range: "10.0.1.1" is not an address range
                    plan.networks[2].reservedRanges[1].purpose: "a\\nb" is not a line of text
                    plan.nodes[2].number: node number 0 is outside 1 to 65535
                    plan.nodes[1]: node/pve2: there are two nodes with this number
                    plan.circuits[1]: circuit/feed-b: address 10.0.9.240/24 is not in network lan \
                    (10.0.0.0/24)
                    """));
  }
}
