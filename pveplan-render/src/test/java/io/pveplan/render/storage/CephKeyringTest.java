package io.pveplan.render.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import org.junit.jupiter.api.Test;

class CephKeyringTest {

  @Test
  void a_cephfs_needs_the_bare_key() {
    assertThat(CephKeyring.needed(CephFsStorage.builder()
            .id("remote-fs")
            .addMonitor("192.0.2.1")
            .username("media")
            .keyring(SecretReference.file("/root/fs.secret"))
            .build()))
        .contains(
            "/root/fs.secret on the node holds for remote-fs nothing but the key, as ceph auth get-key"
                + " client.media writes it on the other cluster; remove it once the"
                + " script has run");
  }

  @Test
  void a_pool_needs_the_section_of_its_user() {
    assertThat(CephKeyring.needed(RbdStorage.builder()
            .id("remote")
            .pool("vms")
            .addMonitor("192.0.2.1")
            .keyring(SecretReference.file("/root/remote.keyring"))
            .build()))
        .contains("/root/remote.keyring on the node holds for remote the keyring with the section"
            + " [client.admin], as ceph auth get client.admin writes it on the other cluster;"
            + " remove it once the script has run");
  }

  @Test
  void the_cluster_on_the_nodes_has_its_own() {
    assertThat(CephKeyring.needed(CephFsStorage.builder().id("fs").build())).isEmpty();
  }
}
