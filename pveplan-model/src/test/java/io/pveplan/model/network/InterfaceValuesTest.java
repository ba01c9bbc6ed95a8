package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceValuesTest {

  @Test
  void port_options_say_something() {
    assertThat(Refusal.of(() -> BridgePort.builder().build()))
        .isEqualTo("the options of the bridge port say nothing [NET-037]: Set one, or leave them"
            + " out.");
    assertThat(BridgePort.builder().access(VlanTag.of(30)).build().onlyLinux()).isFalse();
    assertThat(BridgePort.builder().unicastFlood(false).build().onlyLinux()).isTrue();
  }

  @Test
  void a_card_is_pinned_by_its_address() {
    assertThat(Refusal.of(() -> Nic.builder().name("nic0").pinned(true).build()))
        .isEqualTo("nic0 is pinned without a MAC address [NODE-024]: Say which card has the name:"
            + " its permanent MAC address.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31})
  void the_forward_delay_has_limits(int delay) {
    assertThat(Refusal.of(() -> Bridge.builder().name("vmbr0").stpDelay(delay).build()))
        .isEqualTo("forward delay " + delay + " is outside 2 to 30: Use a number from 2 to 30.");
  }

  @Test
  void a_bridge_is_of_linux_or_of_open_vswitch() {
    String refusal = "vmbr0 is of Open vSwitch and has options of a Linux bridge [NET-036]: Leave"
        + " out vlanAware, vids and stpDelay: Open vSwitch takes all VLAN tags.";

    assertThat(Refusal.of(() -> ovs().vlanAware(true).build())).isEqualTo(refusal);
    assertThat(Refusal.of(() -> ovs().addVid(VlanRange.of(30)).build())).isEqualTo(refusal);
    assertThat(Refusal.of(() -> ovs().stpDelay(2).build())).isEqualTo(refusal);
    assertThat(ovs().build().takesTags()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1-10"})
  void the_vlan_of_untagged_packets_is_no_tag_of_a_bridge(String vids) {
    assertThat(Refusal.of(() -> Bridge.builder()
            .name("vmbr0")
            .vlanAware(true)
            .addVid(VlanRange.parse(vids))
            .build()))
        .isEqualTo(vids + " holds VLAN 1, which is that of untagged packets [NET-014]: Use tags"
            + " from 2 to 4094.");
    assertThat(Bridge.builder()
            .name("vmbr0")
            .addVid(VlanRange.parse("2-4094"))
            .build()
            .vids())
        .containsExactly(VlanRange.of(2, 4094));
  }

  private static Bridge.Builder ovs() {
    return Bridge.builder().name("vmbr0").openVswitch(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"eno7", "ib0", "enmgmt", "eth1", "nic0", "if3", "bond0", "vmbr1", "vlan20"})
  void a_name_of_something_else_is_no_internal_port(String name) {
    assertThat(Refusal.of(() -> OvsIntPort.builder().name(name).bridge("vmbr0").build()))
        .isEqualTo(name + " is no name of an internal port: Proxmox VE takes it for something else"
            + " [NET-036]: Use a name like mgmt0, none that starts with en or ib.");
  }

  @ParameterizedTest
  @CsvSource({"eno1.30, eno1, 30", "vlan30, eno1, 30", "storage, bond0, 30", "nic5, eno1, 30"})
  void a_vlan_has_a_name_that_tells_its_tag_or_none(String name, String parent, int tag) {
    assertThat(vlan(name, parent, tag).build().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "eno1.31, eno1, 30",
    "eno2.30, eno1, 30",
    "vlan31, eno1, 30",
    "bond0, eno1, 30",
    "vmbr0, eno1, 30",
    "eno1:1, eno1, 30"
  })
  void a_name_that_tells_something_else_is_refused(String name, String parent, int tag) {
    assertThat(Refusal.of(() -> vlan(name, parent, tag).build()))
        .isEqualTo("VLAN interface " + name + " does not tell its tag 30 [NET-016]: Name it "
            + "eno1.30 or vlan30, or a name of its own, such as storage.");
  }

  private static Vlan.Builder vlan(String name, String parent, int tag) {
    return Vlan.builder().name(name).parent(parent).tag(VlanTag.of(tag));
  }

  @Test
  void a_comment_has_lines_with_something_on_them() {
    assertThat(Nic.builder().name("eno1").comment("rack 3\nunit 7").build().comment())
        .contains("rack 3\nunit 7");
    assertThat(Refusal.of(
            () -> Nic.builder().name("eno1").comment("rack 3\n\nunit 7").build()))
        .isEqualTo("the comment has an empty line: Write something on each line, or leave it out.");
    assertThat(Refusal.of(
            () -> Nic.builder().name("eno1").comment("rack 3\r\nunit 7").build()))
        .startsWith("\"rack 3\\r\" is not a line of text");
  }

  @ParameterizedTest
  @EnumSource(
      value = BondMode.class,
      names = {"BALANCE_SLB", "LACP_BALANCE_SLB", "LACP_BALANCE_TCP"})
  void modes_of_open_vswitch_have_no_miimon(BondMode mode) {
    assertThat(Refusal.of(() -> bond(mode).miimon(100).build()))
        .isEqualTo("bond0 has a miimon, which mode " + mode
            + " does not use: Leave it out, or use mode of Linux.");
  }

  @Test
  void the_least_number_of_links_is_one_of_lacp() {
    assertThat(bond(BondMode.LACP).minLinks(2).build().minLinks()).hasValue(2);
    assertThat(Refusal.of(() -> bond(BondMode.LACP).minLinks(3).build()))
        .isEqualTo("bond-min-links 3 is outside 1 to 2: Use a number from 1 to 2.");
    assertThat(Refusal.of(() -> bond(BondMode.BALANCE_XOR).minLinks(1).build()))
        .isEqualTo("bond0 has a least number of links, which mode balance-xor does not use: Leave"
            + " it out, or use mode 802.3ad.");
  }

  private static Bond.Builder bond(BondMode mode) {
    return Bond.builder().name("bond0").mode(mode).addSlaves("eno1", "eno2");
  }
}
