package io.pveplan.model.hardware;

import io.pveplan.model.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How devices are named: pve-guest-common, src/PVE/Mapping/PCI.pm, USB.pm and Dir.pm; qemu-server,
 * src/PVE/QemuServer/PCI.pm and USB.pm.
 *
 * @since 0.1
 */
public final class DeviceNames {

  private static final String PCI = "[a-f0-9]{4,8}:[a-f0-9]{2}:[a-f0-9]{2}(?:\\.[a-f0-9])?";

  // Possessive, since a repeated group takes stack for each of its turns otherwise.
  private static final Pattern PCI_PATH = Pattern.compile(PCI + "(?:;" + PCI + ")*+");
  private static final Pattern USB_PORT = Pattern.compile("[0-9]+-[0-9]+(?:\\.[0-9]+)*+");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{4}:[0-9a-f]{4}");
  private static final Pattern DIRECTORY = Pattern.compile("/[^;,=()\\s\\p{Cntrl}]+");

  private DeviceNames() {}

  /**
   * Demands the address of a PCI device, or several of them separated by semicolons.
   *
   * @param path {@code 0000:01:00.0}, for example
   * @throws InvalidValueException if it is none
   */
  public static void requirePciPath(String path) {
    require(
        PCI_PATH,
        path,
        "the address of a PCI device",
        "Write it as lspci -D shows it, for example 0000:01:00.0.");
  }

  /**
   * Demands the port of a USB device.
   *
   * @param path {@code 1-2.3}, for example
   * @throws InvalidValueException if it is none
   */
  public static void requireUsbPort(String path) {
    require(USB_PORT, path, "the port of a USB device", "Write bus and ports, for example 1-2.3.");
  }

  /**
   * Demands the port of a USB device, or its vendor and product.
   *
   * @param name {@code 1-2.3} or {@code 046d:c52b}, for example
   * @throws InvalidValueException if it is none
   */
  public static void requireUsbDevice(String name) {
    if (!ID.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      require(
          USB_PORT,
          name,
          "a USB device",
          "Write bus and ports as 1-2.3, or vendor and product as 046d:c52b.");
    }
  }

  /**
   * Demands vendor and device in lower case: a mapping is compared with what the kernel tells,
   * letter by letter (pve-guest-common, src/PVE/Mapping/PCI.pm and USB.pm, assert_valid).
   *
   * @param id {@code 10de:2204}, for example
   * @throws InvalidValueException if it is none
   */
  public static void requireId(String id) {
    require(
        ID,
        id,
        "a vendor and device",
        "Write both with four hexadecimal digits in lower case, as lspci -nn shows them: 10de:2204.");
  }

  /**
   * Demands a directory that a mapping can have.
   *
   * @param path {@code /srv/share}, for example
   * @throws InvalidValueException if it is none
   */
  public static void requireDirectory(String path) {
    require(
        DIRECTORY,
        path,
        "a directory that can be mapped",
        "Write the whole path, without blanks and any of ;,=().");
  }

  private static void require(Pattern pattern, String text, String what, String advice) {
    if (!pattern.matcher(text).matches()) {
      throw new InvalidValueException("\"" + text + "\" is not " + what, advice, "GST-026");
    }
  }
}
