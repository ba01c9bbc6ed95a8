package io.pveplan.render.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardSettingsTest {

  private static final IpConfig DHCP = IpConfig.builder().nic(0).dhcp(true).build();

  @Test
  void a_card_takes_ipv6_addresses_by_itself_where_the_plan_says_so() {
    assertThat(CardSettings.ipConfig(List.of(DHCP, from(Ipv6Source.AUTO))))
        .isEqualTo("ip=dhcp,ip6=auto");
    assertThat(CardSettings.ipConfig(List.of(from(Ipv6Source.DHCP)))).isEqualTo("ip6=dhcp");
  }

  @Test
  void a_card_without_addresses_takes_one_from_dhcp() {
    assertThat(CardSettings.ipConfig(List.of())).isEqualTo("ip=dhcp");
  }

  private static IpConfig from(Ipv6Source source) {
    return IpConfig.builder().nic(0).ipv6(source).build();
  }
}
