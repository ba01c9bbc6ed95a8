package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.json.PlanFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountLoginTest {

  private static final String IN_CLEAR = "a mount option %s would show a secret in clear text";
  private static final String FIELD = "the mount option %s says what there is a field for";

  @ParameterizedTest
  @CsvSource({
    "pass=S3cret, pass",
    "'soft,password=S3cret', password",
    "PassWord=S3cret, password",
    "password2=S3cret, password2",
    "'password=S3cret and more$', password",
    "passS3cret=x, pass.."
  })
  void a_password_of_a_share_is_refused_and_not_shown(String options, String name) {
    InvalidValueException refused =
        catchThrowableOfType(InvalidValueException.class, () -> cifs(options));

    assertThat(refused).hasMessage(IN_CLEAR, name);
    assertThat(refused.advice())
        .isEqualTo("Leave it out, and say login(user, where the password is to be had) and"
            + " domain(..): the fields username, password and domain.");
  }

  @ParameterizedTest
  @CsvSource({
    "user=pve, user",
    "username=pve%S3cret, username",
    "'soft,USER=pve', user",
    "dom=EXAMPLE, dom",
    "domain=EXAMPLE, domain",
    "workgroup=EXAMPLE, workgroup",
    "cred=/root/S3cret, cred",
    "credentials=/root/S3cret, credentials"
  })
  void the_rest_of_the_login_of_a_share_has_fields(String options, String name) {
    assertThatThrownBy(() -> cifs(options)).hasMessage(FIELD, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "SECRET", "key", "ceph.key", "password"})
  void a_key_of_a_cephfs_is_refused_and_not_shown(String name) {
    InvalidValueException refused = catchThrowableOfType(
        InvalidValueException.class, () -> cephFs("noatime," + name + "=AQC3S3cret=="));

    assertThat(refused).hasMessage(IN_CLEAR, name.toLowerCase(Locale.ROOT));
    assertThat(refused.advice())
        .isEqualTo("Leave it out, and say username(..) and, for another cluster, keyring(the file"
            + " with the key): the fields username and keyring.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secretfile", "name", "ceph.id", "ceph.keyfile", "ceph.keyring"})
  void the_rest_of_the_login_of_a_cephfs_has_fields(String name) {
    assertThatThrownBy(() -> cephFs(name + "=/root/key")).hasMessage(FIELD, name);
  }

  @Test
  void other_options_are_taken() {
    assertThat(cifs("echo_interval=30,multiuser,domainauto,sec=ntlmssp").options())
        .contains("echo_interval=30,multiuser,domainauto,sec=ntlmssp");
    assertThat(cephFs("noatime,rasize=8388608").options()).contains("noatime,rasize=8388608");
    assertThatThrownBy(() -> cifs("a b")).hasMessageContaining("is not a list of mount options");
  }

  @Test
  void a_plan_that_is_read_is_held_to_it_too() {
    assertThatThrownBy(() -> PlanFormat.JSON.read("""
        {"name": "lab", "storages": [
          {"kind": "cifs", "id": "files", "server": "nas", "share": "pve",
           "options": "password=S3cret"},
          {"kind": "cephfs", "id": "fs", "options": "secret=S3cret"}]}"""))
        .isInstanceOf(PlanDefinitionException.class)
        .hasMessageContaining(IN_CLEAR.formatted("password"))
        .hasMessageContaining(IN_CLEAR.formatted("secret"))
        .message()
        .doesNotContain("S3cret");
  }

  private static CifsStorage cifs(String options) {
    return CifsStorage.builder()
        .id("files")
        .server("nas")
        .share("pve")
        .options(options)
        .build();
  }

  private static CephFsStorage cephFs(String options) {
    return CephFsStorage.builder().id("fs").options(options).build();
  }
}
