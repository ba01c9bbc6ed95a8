package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NfsStorageTest {

  @Test
  void its_mount_options_are_told_together() {
    NfsStorage.Builder nas = NfsStorage.builder().id("nas").server("nas").export("/srv");

    assertThat(nas.build().mountOptions()).isEmpty();
    assertThat(nas.options("nconnect=4,noatime").build().mountOptions())
        .containsExactly("nconnect=4", "noatime");
    assertThat(nas.version(NfsVersion.V4_2).recovery(NfsRecovery.SOFT).build().mountOptions())
        .containsExactly("vers=4.2", "soft", "nconnect=4", "noatime");
  }
}
