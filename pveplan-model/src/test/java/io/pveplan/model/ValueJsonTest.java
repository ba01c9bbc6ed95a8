package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.model.unit.Length;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** A value, its text and its JSON are one thing in three forms. */
class ValueJsonTest {

  private static final JsonMapper JSON = new JsonMapper();

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(IpAddress.parse("10.0.0.1"), "\"10.0.0.1\""),
        Arguments.of(IpAddress.parse("2001:db8::1"), "\"2001:db8::1\""),
        Arguments.of(Subnet.parse("10.20.0.0/24"), "\"10.20.0.0/24\""),
        Arguments.of(HostAddress.parse("10.20.0.11/24"), "\"10.20.0.11/24\""),
        Arguments.of(AddressRange.parse("10.0.0.1-10.0.0.9"), "\"10.0.0.1-10.0.0.9\""),
        Arguments.of(VlanTag.of(110), "110"),
        Arguments.of(VlanRange.of(100, 199), "\"100-199\""),
        Arguments.of(VlanRange.of(30), "\"30\""),
        Arguments.of(Mtu.of(9000), "9000"),
        Arguments.of(MacAddress.parse("bc:24:11:00:02:00"), "\"BC:24:11:00:02:00\""),
        Arguments.of(DataSize.gib(8), "\"8GiB\""),
        Arguments.of(DataRate.gbit(25), "\"25Gbit/s\""),
        Arguments.of(Length.meters(3), "\"3m\""),
        Arguments.of(Length.centimeters(50), "\"50cm\""),
        Arguments.of(CalendarEvent.parse("mon..fri 22:00"), "\"mon..fri 22:00\""),
        Arguments.of(Vmid.of(200), "200"),
        Arguments.of(SecretReference.env("PBS_PASSWORD"), "\"env:PBS_PASSWORD\""),
        Arguments.of(SecretReference.prompt(), "\"prompt\""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_is_one_json_scalar_and_reads_back(Object value, String json) {
    assertThat(JSON.writeValueAsString(value)).isEqualTo(json);
    assertThat(JSON.readValue(json, value.getClass())).isEqualTo(value).hasSameHashCodeAs(value);
  }

  @Test
  void a_refused_value_in_json_keeps_its_reason() {
    assertThatThrownBy(() -> JSON.readValue("\"10.20.0.1/24\"", Subnet.class))
        .isInstanceOf(ValueInstantiationException.class)
        .cause()
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("10.20.0.1/24 is not a subnet: it has host bits");
  }
}
