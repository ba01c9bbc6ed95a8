package io.pveplan.render.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.NfsVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NfsAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "nas.example.net, vers=3, pvesm scan nfs nas.example.net",
    "nas.example.net, 'soft,retrans=4', pvesm scan nfs nas.example.net",
    "nas.example.net, vers=4, rpcinfo -T tcp nas.example.net nfs 4",
    "192.0.2.60, 'soft,nfsvers=4.1', rpcinfo -T tcp 192.0.2.60 nfs 4",
    "2001:db8::60, vers=4.2, rpcinfo -T tcp6 2001:db8::60 nfs 4"
  })
  void version_4_is_asked_for_without_mountd(String server, String options, String check) {
    assertThat(NfsAnswer.check(nas(server).options(options).build())).isEqualTo(check);
  }

  @Test
  void the_field_says_the_version_too() {
    assertThat(NfsAnswer.check(nas("nas").version(NfsVersion.V4_2).build()))
        .isEqualTo("rpcinfo -T tcp nas nfs 4");
    assertThat(NfsAnswer.check(nas("nas").build())).isEqualTo("pvesm scan nfs nas");
  }

  private static NfsStorage.Builder nas(String server) {
    NfsStorage.Builder storage = NfsStorage.builder();
    storage.id("nas").server(server).export("/srv");
    return storage;
  }
}
