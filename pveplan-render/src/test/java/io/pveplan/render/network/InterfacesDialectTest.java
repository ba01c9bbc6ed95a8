package io.pveplan.render.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InterfacesDialectTest {

  private static final String FILE = "nodes/pve1/etc/network/interfaces";

  static Stream<Arguments> cases() {
    return StreamSupport.stream(InterfacesDialect.names().spliterator(), false)
        .flatMap(
            name -> Stream.of(ProductVersion.values()).map(version -> Arguments.of(name, version)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_node_has_these_files(String name, ProductVersion version) {
    Golden.of("interfaces-" + version + "/" + name)
        .matches(rendered(name, version).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void proxmox_reads_what_was_planned(String name, ProductVersion version) {
    ResolvedPlan plan = InterfacesDialect.of(name, version);

    ProductReader read = ProductReader.read(file(name, version));

    assertThat(read.interfaces()).isEqualTo(PlannedReading.of(plan, plan.nodes().get(0)));
    assertThat(read.freeText()).containsExactly("source /etc/network/interfaces.d/*");
    assertThat(ProductChecks.of(read)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ifupdown2_accepts_the_file(String name, ProductVersion version) {
    RealPrograms.acceptInterfaces(file(name, version));
  }

  @Test
  void nothing_is_left_out() {
    assertThat(cases()
            .map(it ->
                rendered((String) it.get()[0], (ProductVersion) it.get()[1]).gaps())
            .toList())
        .allSatisfy(gaps -> assertThat(gaps).isEmpty());
  }

  @Test
  void a_blank_line_in_a_stanza_is_noticed() {
    ProductReader read = ProductReader.read("""
        auto bond0
        iface bond0 inet manual

        \tbond-slaves eno1 eno2
        \tbond-mode 802.3ad
        """);

    assertThat(read.freeText()).containsExactly("\tbond-slaves eno1 eno2", "\tbond-mode 802.3ad");
    assertThat(read.interfaces().get("bond0")).doesNotContainKeys("slaves", "bond_mode");
  }

  @Test
  void what_proxmox_refuses_to_write_is_noticed() {
    ProductReader read = ProductReader.read("""
        iface eno1 inet manual
        \tbridge-access 30
        iface vmbr0 inet manual
        \tbridge-ports eno1
        \tmtu 9000
        iface vmbr1 inet manual
        \tbridge-ports eno1
        iface vmbr1.30 inet manual
        iface bond0.30 inet manual
        iface team0 inet manual
        """);

    assertThat(ProductChecks.of(read))
        .containsExactly(
            "eno1 is used by vmbr0 and vmbr1",
            "bond0 of bond0.30 is missing",
            "eno1 has an access VLAN in a bridge that is not VLAN-aware",
            "team0 is of no type",
            "eno1 has MTU 1500, vmbr0 has 9000");
  }

  @Test
  void the_renderer_of_names_keeps_the_contract_of_renderers() {
    List<ResolvedPlan> plans = new ArrayList<>();
    cases()
        .forEach(it ->
            plans.add(InterfacesDialect.of((String) it.get()[0], (ProductVersion) it.get()[1])));

    RendererContract.of(new NicNamesRenderer()).holdsFor(plans.toArray(ResolvedPlan[]::new));
  }

  private static String file(String name, ProductVersion version) {
    return rendered(name, version).artifacts().stream()
        .filter(it -> it.path().equals(FILE))
        .map(Artifact::content)
        .findFirst()
        .orElseThrow();
  }

  private static Rendering rendered(String name, ProductVersion version) {
    ResolvedPlan plan = InterfacesDialect.of(name, version);
    return new InterfacesRenderer().render(plan).and(new NicNamesRenderer().render(plan));
  }
}
