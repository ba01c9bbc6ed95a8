package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Declared;
import io.pveplan.model.Origin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each declaration has the line of user code that made it. */
class OriginTest {

  private record Seen(String type, Origin line) {}

  @Test
  void every_part_has_the_line_of_its_declaration() throws ReflectiveOperationException {
    List<Seen> seen = new ArrayList<>();
    collect(Origins.plan(), seen);
    StringBuilder table = new StringBuilder();
    seen.stream()
        .distinct()
        .sorted(Comparator.comparingInt((Seen it) -> it.line().line()).thenComparing(Seen::type))
        .forEach(
            it -> table.append(it.line().line()).append(' ').append(it.type()).append('\n'));

    assertThat(seen).extracting(it -> it.line().className()).containsOnly(Origins.class.getName());
    assertThat(seen).extracting(it -> it.line().file()).containsOnly("Origins.java");
    assertThat(table.toString()).isEqualTo("""
        25 ClusterPlan
        26 Circuit
        27 Circuit
        28 Network
        29 Network
        30 Corosync
        31 CorosyncLink
        32 CorosyncLink
        33 QDevice
        35 Datacenter
        35 MigrationSettings
        36 MigrationSettings
        37 Node
        38 Hardware
        39 Cpu
        40 Disk
        41 PowerSupply
        42 PowerSupply
        43 Bmc
        45 Nic
        46 Nic
        47 Bond
        48 Bridge
        49 Bond
        51 Vlan
        52 ZfsPool
        53 Osd
        54 Osd
        57 Node
        58 StorageServer
        59 DirStorage
        60 NfsStorage
        61 ZfsPoolStorage
        62 LvmStorage
        63 IscsiStorage
        64 PbsStorage
        65 Ceph
        66 CephPool
        67 RbdStorage
        68 Vm
        69 Vm
        70 GuestDisk
        71 GuestNic
        72 GuestNic
        73 GuestNic
        74 Clone
        75 CloudInit
        76 IpConfig
        77 IpConfig
        81 Container
        81 GuestDisk
        82 GuestNic
        83 ReplicationJob
        84 Migration
        85 Ha
        86 HaResource
        87 HaResource
        88 NodeAffinity
        90 NodePriority
        91 NodePriority
        93 ResourceAffinity
        95 EvpnController
        95 Sdn
        96 SimpleZone
        97 EvpnZone
        98 Vnet
        99 SdnSubnet
        101 Backup
        102 BackupServer
        103 BackupJob
        103 Retention
        104 HostBackup
        106 Terraform
        113 Bridge
        117 GuestDisk
        121 Vm
        122 CloudInit
        122 GuestNic
        122 IpConfig
        126 Rack
        127 Switch
        128 SwitchPorts
        129 SwitchPorts
        131 Node
        132 Nic
        133 Bmc
        133 Hardware
        134 Cable
        135 Cable
        """);
  }

  private static void collect(Declared part, List<Seen> seen) throws ReflectiveOperationException {
    Class<?> type = part.getClass();
    while (!type.isInterface()) {
      type = type.getInterfaces()[0];
    }
    seen.add(new Seen(
        type.getSimpleName(), part.declaredAt().orElseThrow(() -> new AssertionError(part))));
    for (Method accessor : type.getMethods()) {
      if (accessor.getParameterCount() == 0 && !accessor.getDeclaringClass().equals(Object.class)) {
        for (Object value : values(part, accessor)) {
          if (value instanceof Declared child) {
            collect(child, seen);
          }
        }
      }
    }
  }

  private static Collection<?> values(Declared part, Method accessor)
      throws IllegalAccessException, InvocationTargetException {
    Object value = accessor.getName().equals("builder") ? List.of() : accessor.invoke(part);
    if (value instanceof Optional<?> optional) {
      return optional.stream().toList();
    }
    return value instanceof Collection<?> collection ? collection : List.of(value);
  }
}
