package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IscsiLunsTest {

  // Two controllers that are targets of their own and offer LUN 1, and a target of one portal.
  private static final String PLAN = """
      name: prod
      networks:
      - {name: san1, subnet: 10.0.1.0/24}
      - {name: san2, subnet: 10.0.2.0/24}
      circuits: [{name: feed-a}, {name: feed-b}]
      switches:
      - {name: sw1, ports: [{first: 1, last: 8}], powerSupplies: [{circuit: feed-a}]}
      - {name: sw2, ports: [{first: 1, last: 8}], powerSupplies: [{circuit: feed-b}]}
      nodes:
      - name: pve1
        interfaces:
        - {kind: nic, name: eno1, addresses: [{address: 10.0.1.11/24, network: san1}]}
        - {kind: nic, name: eno2, addresses: [{address: 10.0.2.11/24, network: san2}]}
      - {name: pve2}
      cables:
      - {node: pve1, nic: eno1, switchName: sw1, port: '1'}
      - {node: pve1, nic: eno2, switchName: sw2, port: '1'}
      storages:
      - kind: iscsi
        id: san-a
        target: iqn.2024-02.example:a
        portals: [10.0.1.5]
        luns: [{number: 1, wwid: 35000c50015ea71a1}]
      - kind: iscsi
        id: san-b
        target: iqn.2024-02.example:b
        portals: [10.0.2.5]
        luns: [{number: 7, wwid: 35000c50015ea71a1}]
      - {kind: iscsi, id: old, target: 'iqn.2024-02.example:o', portals: [10.0.1.6]}
      - {kind: lvm, id: by-hand, vgname: vg_a, shared: true, luns: [{storage: san-a, number: 1}]}
      - {kind: lvm, id: made, vgname: vg_b, base: BASE}
      """;

  private static final LunId AT_A = new LunId("san-a", 1);

  private final ResolvedPlan plan = resolved(PLAN.replace("BASE", "'old:0.0.3.scsi-36000'"));

  @Test
  void a_lun_is_offered_by_all_targets_that_know_it_by_its_wwid() {
    assertThat(plan.luns().targets(AT_A))
        .extracting(IscsiStorage::id)
        .containsExactly("san-a", "san-b");
    assertThat(plan.luns().multipath(AT_A)).isTrue();
    assertThat(plan.luns().multipath(new LunId("old", 3))).isFalse();
    assertThat(plan.luns().lun(new LunId("old", 3))).isEmpty();
    assertThat(plan.luns().targets(new LunId("gone", 1))).isEmpty();
  }

  @Test
  void a_target_that_is_disabled_offers_nothing() {
    ResolvedPlan without = resolved(PLAN.replace("BASE", "'old:0.0.3.scsi-36000'")
        .replace("id: san-b\n", "id: san-b\n  disabled: true\n"));
    LunId atB = new LunId("san-b", 7);

    assertThat(without.luns().targets(AT_A)).extracting(IscsiStorage::id).containsExactly("san-a");
    assertThat(without.luns().multipath(AT_A)).isFalse();
    assertThat(without.luns().targets(atB)).extracting(IscsiStorage::id).containsExactly("san-a");
    assertThat(without.luns().lun(atB)).isPresent();
    assertThat(without.luns().multipath((IscsiStorage) without.storage("san-a").orElseThrow()))
        .isFalse();
  }

  @Test
  void the_paths_to_it_lead_over_all_these_targets() {
    IscsiPaths paths = plan.iscsiPaths("pve1", AT_A);

    assertThat(paths.all())
        .hasToString("[10.0.1.5 over eno1 > sw1 port 1, 10.0.2.5 over eno2 > sw2 port 1]");
    assertThat(paths.all()).extracting(IscsiPath::target).containsExactly("san-a", "san-b");
    assertThat(paths.all())
        .extracting(it -> it.network().orElseThrow())
        .containsExactly("san1", "san2");
    assertThat(paths.count()).isEqualTo(2);
    assertThat(paths.mostDistinct().orElseThrow().distinct()).isTrue();
    assertThat(plan.iscsiPaths("pve2", AT_A).all()).isEmpty();
    assertThat(plan.iscsiPaths("pve2", AT_A).mostDistinct()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      circuit: feed-b | circuit: feed-a | [circuit feed-a]
      switchName: sw2, port: '1' | switchName: sw1, port: '2' | [switch sw1]
      10.0.2.11/24, network: san2 | 10.0.1.12/24, network: san1 | [subnet 10.0.1.0/24]
      """)
  void what_two_paths_share_is_told(String instead, String of, String shared) {
    String changed = PLAN.replace(instead, of)
        .replace("[10.0.2.5]", of.contains("san1") ? "[10.0.1.7]" : "[10.0.2.5]")
        .replace("BASE", "'old:0.0.3.scsi-36000'");

    IscsiPaths.Pair pair =
        resolved(changed).iscsiPaths("pve1", AT_A).mostDistinct().orElseThrow();

    assertThat(pair.shared()).hasToString(shared);
    assertThat(pair.distinct()).isFalse();
  }

  @Test
  void paths_without_cables_are_not_proven_distinct() {
    String changed = PLAN.replace("- {node: pve1, nic: eno2, switchName: sw2, port: '1'}\n", "")
        .replace("BASE", "'old:0.0.3.scsi-36000'");

    IscsiPaths.Pair pair =
        resolved(changed).iscsiPaths("pve1", AT_A).mostDistinct().orElseThrow();

    assertThat(pair.shared()).isEmpty();
    assertThat(pair.distinct()).isFalse();
    assertThat(pair.one().uncabled(pair.other())).containsExactly("eno2 of pve1");
  }

  @ParameterizedTest
  @CsvSource({
    "old:0.0.3.scsi-36000, [LUN 3 of old], [old]",
    "san-a:0.0.1.dm-uuid-mpath-35000c50015ea71a1, [LUN 1 of san-a], 'san-a,san-b'",
    "old, [], ''",
    "old:lun1, [], ''",
    "old:0.0.99999.scsi-36000, [], ''",
    "gone:0.0.1.scsi-36000, [], ''",
    "by-hand:0.0.1.scsi-36000, [], ''"
  })
  void a_base_names_its_lun(String base, String luns, String targets) {
    ResolvedPlan based = resolved(PLAN.replace("BASE", "'" + base + "'"));
    LvmStorage storage = (LvmStorage) based.storage("made").orElseThrow();

    assertThat(based.luns().below(storage)).hasToString(luns);
    assertThat(String.join(
            ",", based.luns().targets(storage).stream().map(IscsiStorage::id).toList()))
        .isEqualTo(targets.replaceAll("[\\[\\]]", ""));
  }

  @Test
  void a_volume_group_lies_on_the_luns_it_names() {
    LvmStorage storage = (LvmStorage) plan.storage("by-hand").orElseThrow();

    assertThat(plan.luns().below(storage)).isEqualTo(List.of(AT_A));
    assertThat(plan.luns().targets(storage))
        .extracting(IscsiStorage::id)
        .containsExactly("san-a", "san-b");
  }

  @Test
  void nodes_of_a_target_need_the_packages_for_it() {
    assertThat(plan.neededPackages(plan.nodes().get(0)))
        .containsExactly("lldpd", "multipath-tools", "open-iscsi");
    assertThat(resolved(PLAN.replace("71a1", "71a2")
                .replaceFirst("71a2", "71a1")
                .replaceFirst("luns: .*", "luns: [{number: 1}]")
                .replace("BASE", "'old:0.0.3.scsi-36000'"))
            .neededPackages(plan.nodes().get(0)))
        .containsExactly("lldpd", "open-iscsi");
  }

  @Test
  void only_nodes_that_talk_to_a_target_themselves_need_its_tools() {
    ResolvedPlan direct = resolved("""
        name: prod
        nodes: [{name: pve1}, {name: pve2}]
        storages:
        - kind: iscsidirect
          id: direct
          target: iqn.2024-02.example:a
          portal: 10.0.1.5
          nodes: [pve1]
        """);

    assertThat(direct.neededPackages(direct.nodes().get(0))).containsExactly("libiscsi-bin");
    assertThat(direct.neededPackages(direct.nodes().get(1))).isEmpty();
  }

  private static ResolvedPlan resolved(String yaml) {
    return ResolvedPlan.of(PlanFormat.YAML.read(yaml));
  }
}
