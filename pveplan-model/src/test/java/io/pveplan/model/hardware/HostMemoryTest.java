package io.pveplan.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.model.unit.DataSize;
import org.junit.jupiter.api.Test;

class HostMemoryTest {

  private final HostMemory memory = ResolvedPlan.of(PlanFormat.YAML.read("""
          formatVersion: 1
          name: lab
          nodes:
          - name: pve1
            arcMax: 6GiB
            osds: [{device: /dev/sda}, {device: /dev/sdb}]
            hardware: {memory: 64GiB}
          - name: pve2
            hostReserve: 4GiB
            hardware: {memory: 8GiB}
          - name: pve3
            zfsPools: [{name: tank, raid: mirror, devices: [/dev/sda, /dev/sdb]}]
          ceph:
            monitors: [pve1]
            managers: [pve1]
          guests:
          - {kind: vm, vmid: 100, name: web, node: pve1, memory: 16GiB, balloon: 4GiB}
          - {kind: vm, vmid: 101, name: app, node: pve1, memory: 8GiB, balloon: 0B}
          - {kind: vm, vmid: 102, name: old, node: pve1}
          - {kind: vm, vmid: 9000, name: template, node: pve1, memory: 32GiB, template: true}
          - kind: container
            vmid: 103
            name: dns
            node: pve2
            memory: 5GiB
            ostemplate: local:vztmpl/debian-13.tar.zst
            rootfs: {slot: rootfs, storage: local, size: 4GiB}
          """)).hostMemory();

  @Test
  void a_host_needs_system_cache_osds_and_daemons() {
    assertThat(memory.needed("pve1")).isEqualTo(DataSize.gib(2 + 6 + 2 * 8 + 2));
    assertThat(memory.cephDaemons("pve1")).isEqualTo(2);
    assertThat(memory.needed("pve2")).isEqualTo(DataSize.gib(2));
    assertThat(memory.needed("nowhere")).isEqualTo(DataSize.bytes(0));
  }

  @Test
  void a_declared_reserve_goes_before_what_is_counted() {
    assertThat(memory.reserve("pve1")).isEqualTo(memory.needed("pve1"));
    assertThat(memory.reserve("pve2")).isEqualTo(DataSize.gib(4));
  }

  @Test
  void a_cache_of_unknown_size_is_told() {
    assertThat(memory.lacksCache("pve1")).isFalse();
    assertThat(memory.lacksCache("pve2")).isFalse();
    assertThat(memory.lacksCache("pve3")).isTrue();
    assertThat(memory.needed("pve3")).isEqualTo(DataSize.gib(2));
  }

  @Test
  void guests_count_with_all_they_may_take_or_what_they_keep() {
    assertThat(memory.guestsAtMost("pve1")).isEqualTo(DataSize.mib(24 * 1024 + 512));
    assertThat(memory.guestsAtLeast("pve1")).isEqualTo(DataSize.mib(12 * 1024 + 512));
    assertThat(memory.guestsAtMost("pve2")).isEqualTo(DataSize.gib(5));
    assertThat(memory.guestsAtLeast("pve2")).isEqualTo(DataSize.bytes(0));
  }

  @Test
  void a_node_has_too_little_when_guests_and_reserve_exceed_it() {
    assertThat(memory.overcommitted("pve1")).isFalse();
    assertThat(memory.overcommitted("pve2")).isTrue();
    assertThat(memory.overcommitted("pve3")).isFalse();
  }
}
