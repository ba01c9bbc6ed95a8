package io.pveplan.model.storage;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import io.pveplan.model.internal.Faults;
import java.util.regex.Pattern;

/** What a CIFS share and its login look like (pve-storage, src/PVE/Storage/CIFSPlugin.pm). */
final class CifsCheck {

  // Windows allows 80 characters; a blank would have to be quoted in too many places.
  private static final Pattern SHARE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._$-]{0,79}");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._@-]{0,255}");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,255}");

  private CifsCheck() {}

  static void require(CifsStorage storage) {
    new Faults()
        .check("share", () -> require(SHARE, storage.share(), "a share", "backup or data$"))
        .check(
            "username",
            () -> storage.username().ifPresent(it -> require(USER, it, "a user of a share", "pve")))
        .check(
            "domain",
            () -> storage
                .domain()
                .ifPresent(it -> require(DOMAIN, it, "a Windows domain", "EXAMPLE")))
        .check("password", () -> requirePair(storage))
        .end();
  }

  // Without a user the plugin mounts as guest and ignores the password; without a password it does
  // not look at the user.
  private static void requirePair(CifsStorage storage) {
    if (storage.username().isPresent() != storage.password().isPresent()) {
      throw new InvalidValueException(
          "storage " + storage.id() + " has "
              + (storage.username().isPresent() ? "a user" : "a password")
              + " and no "
              + (storage.username().isPresent() ? "password" : "user"),
          "Name both, or neither to be a guest of the server.",
          "");
    }
    if (storage.domain().isPresent() && storage.username().isEmpty()) {
      throw new InvalidValueException(
          "storage " + storage.id() + " has a domain and no user",
          "Name user and password too, or no domain.",
          "");
    }
  }

  private static void require(Pattern form, String value, String what, String example) {
    if (!form.matcher(value).matches()) {
      throw new InvalidValueException(
          '"' + Visible.ascii(value) + "\" is not " + what,
          "Use letters, digits and any of ._- without blanks, for example " + example + ".",
          "");
    }
  }
}
