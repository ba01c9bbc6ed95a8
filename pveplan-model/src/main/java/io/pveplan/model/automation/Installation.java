package io.pveplan.model.automation;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What the automated installer is told about all nodes.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableInstallation.class)
@JsonDeserialize(as = ImmutableInstallation.class)
public interface Installation extends Declared {

  /** Country by its two-letter code in lower case (ISO 3166-1), for the mirrors of Debian. */
  String country();

  /** Keyboard layout. */
  Keyboard keyboard();

  /** Time zone: {@code Europe/Vienna} or {@code UTC}. */
  String timezone();

  /** Where mail to root goes. */
  String mail();

  /** Where the hash of the password of root is found, in the form of {@code /etc/shadow}. */
  SecretReference rootPasswordHash();

  /** Keys that may log in as root. */
  List<String> sshKeys();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Installation}; {@code build()} refuses what the installer refuses. */
  final class Builder extends ImmutableInstallation.Builder {

    private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}");
    private static final Pattern TIMEZONE =
        Pattern.compile("UTC|[A-Z][A-Za-z_]{1,30}(?:/[A-Z][A-Za-z0-9_+-]{1,30}){1,2}");
    // pve-installer, proxmox-installer-common, options.rs, email_validate.
    private static final Pattern MAIL = Pattern.compile(
        "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?){0,20}");
    private static final String DEFAULT_MAIL = "mail@example.invalid";

    Builder() {}

    @Override
    public Installation build() {
      Installation built = super.build();
      new Faults()
          .check(
              "country",
              () -> require(
                  COUNTRY,
                  built.country(),
                  "is not a country",
                  "Write its two-letter code in lower case, for example at."))
          .check(
              "timezone",
              () -> require(
                  TIMEZONE,
                  built.timezone(),
                  "is not a time zone",
                  "Write an area and a place, for example Europe/Vienna, or UTC."))
          .check("mail", () -> requireMail(built.mail()))
          .each("sshKeys", built.sshKeys(), NameFormat.SSH_KEY::require)
          .end();
      return built;
    }

    private static void requireMail(String mail) {
      require(MAIL, mail, "is not a mail address", "Write one like ops@example.org.");
      if (mail.equals(DEFAULT_MAIL)) {
        throw new InvalidValueException(
            mail + " is refused by the installer, which proposes it",
            "Write one that somebody reads.");
      }
    }

    private static void require(Pattern form, String value, String fault, String advice) {
      if (!form.matcher(value).matches()) {
        throw new InvalidValueException("\"" + Visible.ascii(value) + "\" " + fault, advice);
      }
    }
  }
}
