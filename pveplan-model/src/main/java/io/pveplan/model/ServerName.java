package io.pveplan.model;

import io.pveplan.model.network.IpAddress;
import java.util.regex.Pattern;

/**
 * A server by address or name. What ends in a number is an address or nothing: 10.0.0.256 is a DNS
 * name by its letters.
 */
final class ServerName {

  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?[0-9]+");

  private ServerName() {}

  static boolean isWellFormed(String value) {
    return NameFormat.DNS_NAME.matches(value) && !ENDS_IN_NUMBER.matcher(value).matches()
        || IpAddress.tryParse(value).isPresent();
  }
}
