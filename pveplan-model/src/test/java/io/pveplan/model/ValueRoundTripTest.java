package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What a value writes it reads, and nothing else gets through. */
class ValueRoundTripTest {

  @Property
  void addresses_read_back(@ForAll("addresses") IpAddress address) {
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
  }

  @Property
  void subnets_read_back_and_hold_their_hosts(
      @ForAll("ofHosts") IpAddress address, @ForAll @IntRange(min = 8, max = 32) int length) {
    HostAddress host = new HostAddress(address, length);

    assertThat(HostAddress.parse(host.toString())).isEqualTo(host);
    assertThat(Subnet.parse(host.subnet().toString())).isEqualTo(host.subnet());
    assertThat(host.subnet().contains(address)).isTrue();
  }

  @Property
  void sizes_read_back(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long bytes) {
    assertThat(DataSize.parse(DataSize.bytes(bytes).toString())).isEqualTo(DataSize.bytes(bytes));
  }

  @Property
  void rates_read_back(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long bits) {
    assertThat(DataRate.parse(new DataRate(bits).toString())).isEqualTo(new DataRate(bits));
  }

  @Property
  void a_text_is_read_or_refused_and_what_is_read_has_one_notation(@ForAll("texts") String text) {
    List<Function<String, Object>> readers = List.of(
        IpAddress::parse,
        Subnet::parse,
        HostAddress::parse,
        AddressRange::parse,
        VlanRange::parse,
        MacAddress::parse,
        DataSize::parse,
        DataRate::parse,
        CalendarEvent::parse,
        SecretReference::parse);
    for (Function<String, Object> reader : readers) {
      try {
        Object value = reader.apply(text);
        assertThat(reader.apply(value.toString())).isEqualTo(value).hasToString(value.toString());
        assertThat(value.toString()).matches("[A-Za-z0-9 ._:/@%+=,*-]+");
      } catch (InvalidValueException refused) {
        assertThat(refused.advice()).isNotEmpty();
      }
    }
  }

  // No host is in 0.0.0.0/8, in 127.0.0.0/8 or above 224.
  @Provide
  Arbitrary<IpAddress> ofHosts() {
    return addresses()
        .filter(address -> address.isV6() || address.toString().matches("(1[3-9]|20)[0-9]\\..*"));
  }

  @Provide
  Arbitrary<IpAddress> addresses() {
    Arbitrary<IpAddress> v4 = Arbitraries.integers()
        .between(0, 255)
        .list()
        .ofSize(4)
        .map(parts -> String.join(".", parts.stream().map(String::valueOf).toList()))
        .map(IpAddress::parse);
    Arbitrary<IpAddress> v6 = Combinators.combine(
            Arbitraries.of("2001:db8:", "fd00:1:", "fe80::"),
            Arbitraries.integers().between(1, 0xffff))
        .as((start, end) -> start + (start.endsWith("::") ? "" : ":") + Integer.toHexString(end))
        .map(IpAddress::parse);
    return Arbitraries.oneOf(v4, v6);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.of(
            "10.0.0.1",
            "2001:db8::1",
            "::",
            "/",
            "24",
            "64",
            "-",
            ":",
            ".",
            "..",
            ",",
            "*",
            " ",
            "0",
            "7",
            "15",
            "22",
            "30",
            "mon",
            "fri",
            "sat",
            "daily",
            "UTC",
            "GiB",
            "TB",
            "B",
            "Gbit/s",
            "MB/s",
            "env:",
            "file:",
            "prompt",
            "A",
            "_",
            "BC:24:11:00:02:00",
            "\n",
            "$(id)",
            "\"",
            "'")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().all().ofMaxLength(20));
  }
}
