package io.pveplan.model.hardware;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"0000:01:00.0", "0000:01:00", "0000:01:00.0;0000:01:00.1"})
  void addresses_of_pci_devices_are_accepted(String path) {
    assertThatCode(() -> DeviceNames.requirePciPath(path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01:00.0", "0000:01:00.0;", ";0000:01:00.0", "0000:01:00.0,x"})
  void other_addresses_are_refused(String path) {
    assertThatThrownBy(() -> DeviceNames.requirePciPath(path))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("\"" + path + "\" is not the address of a PCI device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-2", "1-2.3", "1-2.3.4"})
  void ports_of_usb_devices_are_accepted(String path) {
    assertThatCode(() -> DeviceNames.requireUsbPort(path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-", "1-2.", "1-2.3x"})
  void other_ports_are_refused(String path) {
    assertThatThrownBy(() -> DeviceNames.requireUsbPort(path))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("\"" + path + "\" is not the port of a USB device");
  }

  @Test
  void long_texts_are_read_like_short_ones() {
    String functions = "0000:01:00.0" + ";0000:01:00.1".repeat(20_000);
    String ports = "1-2" + ".3".repeat(20_000);

    assertThatCode(() -> DeviceNames.requirePciPath(functions)).doesNotThrowAnyException();
    assertThatCode(() -> DeviceNames.requireUsbPort(ports)).doesNotThrowAnyException();
    assertThatThrownBy(() -> DeviceNames.requirePciPath(functions + ";"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> DeviceNames.requireUsbPort(ports + "."))
        .isInstanceOf(InvalidValueException.class);
  }
}
