package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.network.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where an iSCSI target is offered.
 *
 * <pre>{@code
 * Portal.parse("172.30.20.50");       // port 3260, which the product assumes
 * Portal.parse("172.30.20.50:3261");
 * Portal.parse("172.30.20.50:0");     // refused: no such port
 * }</pre>
 *
 * @param server address or name of the server; an IPv6 address without brackets
 * @param port TCP port, 1 to 65535; 3260 (RFC 7143) when absent
 * @since 0.1
 */
public record Portal(String server, OptionalInt port) {

  /** Refuses servers and ports that can not exist. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public Portal {
    NameFormat.SERVER.require(server);
    port.ifPresent(number -> Ranges.require("port", number, 1, 65_535, "SHR-011"));
  }

  /**
   * Reads {@code host}, {@code host:port} or {@code [address]:port}.
   *
   * @throws InvalidValueException if it is none of them
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Portal parse(String text) {
    int colon = text.lastIndexOf(':');
    boolean bracketed = text.startsWith("[");
    if (colon < 0 || (!bracketed && text.indexOf(':') != colon)) {
      return new Portal(text, OptionalInt.empty());
    }
    String host = text.substring(0, colon);
    if (bracketed && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    String digits = text.substring(colon + 1);
    if (!digits.matches("[1-9][0-9]{0,4}")) {
      throw new InvalidValueException(
          "portal \"" + Visible.ascii(text) + "\" has no port after the colon",
          "Write the address alone, or address:3260.",
          "SHR-011");
    }
    return new Portal(host, OptionalInt.of(Integer.parseInt(digits)));
  }

  /** The address of the server; nothing when it is given by name. */
  public Optional<IpAddress> address() {
    return IpAddress.tryParse(server);
  }

  /** The form {@code pvesm} takes. */
  @Override
  @JsonValue
  public String toString() {
    String host = server.indexOf(':') >= 0 && port.isPresent() ? "[" + server + "]" : server;
    return port.isPresent() ? host + ":" + port.getAsInt() : host;
  }
}
