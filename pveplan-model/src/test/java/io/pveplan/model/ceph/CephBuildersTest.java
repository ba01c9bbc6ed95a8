package io.pveplan.model.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.unit.DataSize;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CephBuildersTest {

  static Stream<Arguments> refused() {
    return Stream.of(
        of(
            () -> pool().minSize(4).build(),
            "pool min_size 4 is more than size 3 [CEPH-004]: Use size 3 and min_size 2."),
        of(
            () -> pool().size(2).minSize(3).build(),
            "pool min_size 3 is more than size 2 [CEPH-004]: Use size 3 and min_size 2."),
        of(
            () -> pool().pgNum(0).build(),
            "pg_num 0 is outside 1 to 32768 [CEPH-003]: Use a number from 1 to 32768."),
        of(
            () -> pool().pgNumMin(32769).build(),
            "pg_num_min 32769 is outside 1 to 32768 [CEPH-003]: Use a number from 1 to 32768."),
        of(
            () -> pool().targetRatio(0).build(),
            "target ratio 0.0 is no part of the capacity: Use a number above 0, for example 0.8."),
        of(
            () -> pool().targetRatio(Double.NaN).build(),
            "target ratio NaN is no part of the capacity: Use a number above 0, for example 0.8."),
        of(
            () -> code(1, 1).build(),
            "number of data chunks 1 is outside 2 to 64 [CEPH-029]: Use a number from 2 to 64."),
        of(
            () -> code(2, 0).build(),
            "number of coding chunks 0 is outside 1 to 64 [CEPH-029]: Use a number from 1 to 64."),
        of(
            () -> code(4, 2).minSize(3).build(),
            "min_size 3 is outside 4 to 6 [CEPH-032]: Use a number from 4 to 6."),
        of(
            () -> CephFileSystem.builder().name("files").pgNum(7).build(),
            "pg_num 7 is outside 8 to 32768 [CEPH-003]: Use a number from 8 to 32768."),
        of(
            () -> CephFileSystem.builder().name("files").activeServers(0).build(),
            "number of active metadata servers 0 is outside 1 to 100: Use a number from 1 to 100."),
        of(
            () -> MetadataServer.builder().node("pve1").name("1st").build(),
            "the name of a metadata server begins with a digit: 1st [CEPH-012]: Give it a name of its"
                + " own that begins with a letter."),
        of(
            () -> MetadataServer.builder().node("1pve").build(),
            "the name of a metadata server begins with a digit: 1pve [CEPH-012]: Give it a name of its"
                + " own that begins with a letter."),
        of(
            () -> Ceph.builder().osdMemoryTarget(DataSize.mib(895)).build(),
            "memory target 895MiB of an OSD is less than 896MiB: Use 4GiB, which is the default, or"
                + " more."),
        of(
            () -> osd().dbDevice("/dev/sdb").build(),
            "the database of an OSD lies on a device that the OSD uses already: /dev/sdb [CEPH-024]:"
                + " Name another device, or none: without one it lies beside the data."),
        of(
            () -> osd().dbDevice("/dev/sdc").walDevice("/dev/sdc").build(),
            "the write-ahead log of an OSD lies on a device that the OSD uses already: /dev/sdc"
                + " [CEPH-024]: Name another device, or none: without one it lies beside the data."),
        of(
            () -> osd().dbDevice("/dev/sdc").dbSize(DataSize.mib(1023)).build(),
            "size 1023MiB of the database is less than 1GiB [CEPH-024]: Use 1GiB or more."),
        of(
            () -> osd().walSize(DataSize.gib(1)).build(),
            "the write-ahead log of an OSD has a size and no device of its own [CEPH-024]: Name the"
                + " device too, or leave the size out."),
        of(
            () -> osd().dbDevice("/dev/sdc").osdsPerDevice(2).build(),
            "several OSDs on /dev/sdb can not have a device for database or log [CEPH-024]: Use one"
                + " OSD per device, or none of these devices."),
        of(
            () -> osd().osdsPerDevice(0).build(),
            "number of OSDs per device 0 is outside 1 to 16: Use a number from 1 to 16."),
        of(
            () -> RbdStorage.builder()
                .id("rbd1")
                .pool("vms")
                .addMonitor("10.0.0.1")
                .keyring(SecretReference.prompt())
                .build(),
            "a keyring can only be read from a file [CEPH-047]: Copy it to the node and name its path:"
                + " file:/root/ceph.client.admin.keyring."),
        of(
            () -> CephFsStorage.builder()
                .id("fs1")
                .addMonitor("10.0.0.1")
                .keyring(SecretReference.prompt())
                .build(),
            "the key of a CephFS can only be read from a file [CEPH-047]: Copy it to the node and"
                + " name its path: file:/root/cephfs.secret."),
        of(
            () -> CephFsStorage.builder()
                .id("fs1")
                .keyring(SecretReference.file("/root/secret"))
                .build(),
            "the key of a CephFS is of no use to the Ceph cluster on the nodes: Leave it out, or name the"
                + " monitors of the other cluster."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_the_product_refuses_is_refused(String text, ThrowingCallable call) {
    InvalidValueException refused =
        Assertions.catchThrowableOfType(InvalidValueException.class, call);

    String rule = refused.rule().map(id -> " [" + id + "]").orElse("");
    assertThat(refused.getMessage() + rule + ": " + refused.advice()).isEqualTo(text);
  }

  @Test
  void an_erasure_coded_pool_brings_one_for_its_metadata() {
    assertThat(pool().build().poolNames()).containsExactly("pool");
    assertThat(pool().erasureCode(code(4, 2).build()).build().poolNames())
        .containsExactly("pool-metadata", "pool-data");
  }

  @Test
  void min_size_of_an_erasure_code_leaves_one_chunk_of_slack_where_there_are_two() {
    assertThat(code(2, 1).build().effectiveMinSize()).isEqualTo(2);
    assertThat(code(4, 2).build().effectiveMinSize()).isEqualTo(5);
    assertThat(code(4, 3).build().effectiveMinSize()).isEqualTo(5);
    assertThat(code(4, 2).minSize(4).build().effectiveMinSize()).isEqualTo(4);
  }

  private static Arguments of(ThrowingCallable call, String text) {
    return Arguments.of(text, call);
  }

  private static CephPool.Builder pool() {
    CephPool.Builder pool = CephPool.builder();
    pool.name("pool");
    return pool;
  }

  private static Osd.Builder osd() {
    Osd.Builder osd = Osd.builder();
    osd.device("/dev/sdb");
    return osd;
  }

  private static ErasureCode.Builder code(int dataChunks, int codingChunks) {
    ErasureCode.Builder code = ErasureCode.builder();
    code.dataChunks(dataChunks).codingChunks(codingChunks);
    return code;
  }
}
