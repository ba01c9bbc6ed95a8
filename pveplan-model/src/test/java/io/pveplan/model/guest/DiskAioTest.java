package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiskAioTest {

  private static final Storage LVM = LvmStorage.builder().id("san").vgname("vg").build();
  private static final Storage CIFS = CifsStorage.builder()
      .id("san")
      .server("nas")
      .share("vms")
      .username("pve")
      .password(SecretReference.env("SMB"))
      .build();
  private static final RbdStorage RBD =
      RbdStorage.builder().id("san").pool("vms").build();
  private static final Storage KRBD = RbdStorage.builder().from(RBD).krbd(true).build();

  private static GuestDisk.Builder disk() {
    return GuestDisk.builder().slot("scsi0").storage("san").size(DataSize.gib(1));
  }

  @Test
  void most_storages_have_io_uring() {
    assertThat(Stream.of(
                ZfsPoolStorage.builder().id("san").pool("tank").build(),
                NfsStorage.builder().id("san").server("nas").export("/vms").build(),
                LvmThinStorage.builder().id("san").vgname("vg").thinPool("data").build(),
                RBD,
                KRBD)
            .map(it -> DiskAio.usual(disk().build(), it)))
        .containsOnly(DiskAio.IO_URING);
  }

  @Test
  void where_it_hangs_the_cache_decides() {
    assertThat(Stream.of(LVM, CIFS).map(it -> DiskAio.usual(disk().build(), it)))
        .containsOnly(DiskAio.NATIVE);
    for (DiskCache past : new DiskCache[] {DiskCache.NONE, DiskCache.DIRECTSYNC}) {
      assertThat(Stream.of(LVM, CIFS).map(it -> DiskAio.usual(disk().cache(past).build(), it)))
          .containsOnly(DiskAio.NATIVE);
    }
    for (DiskCache cached :
        new DiskCache[] {DiskCache.WRITEBACK, DiskCache.WRITETHROUGH, DiskCache.UNSAFE}) {
      assertThat(Stream.of(LVM, CIFS, KRBD)
              .map(it -> DiskAio.usual(disk().cache(cached).build(), it)))
          .containsOnly(DiskAio.THREADS);
    }
  }
}
