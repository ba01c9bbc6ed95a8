package io.pveplan.model.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.access.SecretReference;
import org.junit.jupiter.api.Test;

class InstallationTest {

  @Test
  void what_the_installer_takes_is_accepted() {
    assertThat(installation("at", "America/Argentina/Buenos_Aires", "o.p+s@example.net")
            .mail())
        .isEqualTo("o.p+s@example.net");
    assertThat(installation("us", "UTC", "ops@host").timezone()).isEqualTo("UTC");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    InvalidValueException refused = catchThrowableOfType(
        InvalidValueException.class,
        () -> Installation.builder()
            .country("AUT")
            .keyboard(Keyboard.DE)
            .timezone("Vienna\n")
            .mail("mail@example.invalid")
            .rootPasswordHash(SecretReference.prompt())
            .addSshKeys("no key")
            .build());

    assertThat(refused.all())
        .extracting(fault -> fault.field().orElseThrow() + ": " + fault.getMessage())
        .containsExactly(
            "country: \"AUT\" is not a country",
            "timezone: \"Vienna\\n\" is not a time zone",
            "mail: mail@example.invalid is refused by the installer, which proposes it",
            "sshKeys: \"no key\" is not an OpenSSH public key");
  }

  @Test
  void a_mail_address_needs_its_two_parts() {
    for (String mail : new String[] {"ops", "@example.net", "ops@", "ops@-a", "a b@example.net"}) {
      InvalidValueException refused =
          catchThrowableOfType(InvalidValueException.class, () -> installation("at", "UTC", mail));

      assertThat(refused).hasMessage("\"" + mail + "\" is not a mail address");
    }
  }

  private static Installation installation(String country, String timezone, String mail) {
    return Installation.builder()
        .country(country)
        .keyboard(Keyboard.DE)
        .timezone(timezone)
        .mail(mail)
        .rootPasswordHash(SecretReference.env("HASH"))
        .build();
  }
}
