package io.pveplan.render.network;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterfacesRendererTest {

  private final InterfacesRenderer renderer = new InterfacesRenderer();

  static Set<String> cases() {
    return InterfacesCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_file_is_as_expected(String name) {
    Rendering rendering = renderer.render(InterfacesCases.of(name));

    Golden.of("interfaces/" + name)
        .matches(rendering.artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ifupdown2_accepts_a_file(String name) {
    renderer
        .render(InterfacesCases.of(name))
        .artifacts()
        .forEach(file -> RealPrograms.acceptInterfaces(file.content()));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    List<ResolvedPlan> plans = new ArrayList<>(InterfacesCases.ALL.values());
    plans.add(ResolvedPlan.of(cluster("empty", c -> {})));

    RendererContract.of(renderer).holdsFor(plans.toArray(ResolvedPlan[]::new));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(InterfacesRenderer.class);
  }

  @Test
  void a_node_without_interfaces_keeps_the_file_of_the_installer() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})));

    assertThat(renderer.render(plan)).isEqualTo(Rendering.nothing());
  }

  @Test
  void a_file_lies_on_its_node_and_says_how_it_is_used() {
    Artifact file =
        renderer.render(InterfacesCases.of("single-bridge")).artifacts().get(1);

    assertThat(file)
        .isEqualTo(Artifact.onNode("pve2", "/etc/network/interfaces", Step.NETWORK, file.content())
            .covers(PlanPath.of("node", "pve2"))
            .with(Procedure.repeatable()
                .needs("each NIC has the name it has in the file, pinned where the kernel might"
                    + " change it; a console that works without the network, such as the BMC, is"
                    + " open")
                .checkBefore("""
                    ip -brief link show
                    test -e /etc/network/interfaces.before || cp --archive /etc/network/interfaces /etc/network/interfaces.before""")
                .apply("ifreload --all --syntax-check && ifreload --all")
                .checkAfter("""
                    ifquery --all --check
                    ip -brief address show
                    # then reach another node on each network with its full MTU: 8972 bytes for \
                    9000, 1472 for 1500
                    # ping -c 3 -M do -s 8972 ADDRESS""")
                .undo("at the console, copy /etc/network/interfaces.before back to"
                    + " /etc/network/interfaces and run ifreload --all")));
  }

  @Test
  void nothing_is_left_out_of_the_usual_cases() {
    assertThat(InterfacesCases.ALL.keySet().stream()
            .filter(name -> !gaps(name).isEmpty())
            .toList())
        .containsExactly("left-out", "no-gateway-of-two", "two-gateways");
  }

  @Test
  void a_comment_that_can_not_be_written_as_it_stands_is_told() {
    ResolvedPlan plan = ResolvedPlan.of(cluster(
        "lab", c -> c.node("pve1", n -> n.nic("eno1", b -> b.comment("50% of \\nas\\iso")))));

    Rendering rendering = renderer.render(plan);

    assertThat(rendering.gaps())
        .containsExactly(Gap.of(
            PlanPath.of("node", "pve1", "eno1"),
            Step.NETWORK,
            "Its comment is written as \"50 of nas iso\": ifupdown2 would read a percent sign as a"
                + " template and join lines at a backslash, and superfluous blanks go."));
    assertThat(rendering.artifacts().get(0).content()).contains("#50 of nas iso\n");
  }

  @Test
  void of_two_gateways_that_for_management_is_set() {
    assertThat(gaps("two-gateways"))
        .containsExactly("node/pve1/vmbr1: Gateway 192.0.2.1 of network dmz is not set: a node has"
            + " one default gateway of a family, and that of network mgmt, which carries"
            + " management, is set.");
  }

  @Test
  void of_two_gateways_without_management_none_is_set() {
    String reason = ": a node has one default gateway of a family, and of the networks a, b not"
        + " exactly one carries management.";

    assertThat(gaps("no-gateway-of-two"))
        .containsExactly(
            "node/pve1/eno1: Gateway 10.20.0.1 of network a is not set" + reason,
            "node/pve1/eno2: Gateway 192.0.2.1 of network b is not set" + reason);
  }

  @Test
  void a_second_address_on_one_network_asks_for_no_second_gateway() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1"));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11), mgmt.host(12)).nic("eno2", mgmt.host(13)));
    }));

    Rendering rendering = renderer.render(plan);

    assertThat(rendering.gaps()).isEmpty();
    assertThat(rendering.artifacts().get(0).content()).containsOnlyOnce("gateway");
  }

  @Test
  void what_proxmox_has_no_form_for_is_told() {
    assertThat(gaps("left-out"))
        .containsExactly(
            "node/pve1/vmbr0: Its VLAN tags are left out: the bridge is not VLAN-aware.",
            "node/pve1/enp65s0f0np0.30: Address 10.20.3.11/24 is left out: an interface has one of"
                + " a family, further ones need an alias, and Proxmox VE takes no interface name"
                + " enp65s0f0np0.30:1.");
  }

  @Test
  void no_comment_breaks_out_of_its_line() {
    Hostile.Sample sample = Hostile.sample(500).acceptedBy(NameFormat.LINE::require);
    List<NodeInterface> plain = new ArrayList<>();
    List<NodeInterface> commented = new ArrayList<>();
    for (String text : sample.texts()) {
      Bridge bridge = Bridge.builder().name("vmbr" + plain.size()).build();
      plain.add(bridge);
      commented.add(Bridge.builder().from(bridge).comment(text).build());
    }

    String expected = content(plain);
    String actual = content(commented);

    assertThat(actual.replaceAll("(?m)^#.*\n", ""))
        .as("seed %d", sample.seed())
        .isEqualTo(expected);
    assertThat(RealPrograms.readInterfaces(actual))
        .as("seed %d", sample.seed())
        .isEqualTo(RealPrograms.readInterfaces(expected));
  }

  @Test
  void no_name_breaks_out_of_its_place() {
    Hostile.Sample sample =
        Hostile.sample(5000).acceptedBy(text -> Bridge.builder().name(text).build());
    Set<String> names = new TreeSet<>(sample.texts());

    String text = content(names.stream()
        .map(name -> (NodeInterface) Bridge.builder().name(name).build())
        .toList());

    assertThat(names).as("seed %d", sample.seed()).isNotEmpty();
    assertThat(text.lines().filter(line -> line.startsWith("iface ")))
        .as("seed %d", sample.seed())
        .containsExactlyElementsOf(Stream.concat(
                Stream.of("iface lo inet loopback"),
                names.stream().map(name -> "iface " + name + " inet manual"))
            .toList());
  }

  private String content(List<NodeInterface> interfaces) {
    return renderer.render(InterfacesCases.of(interfaces)).artifacts().get(0).content();
  }

  private List<String> gaps(String name) {
    return renderer.render(InterfacesCases.of(name)).gaps().stream()
        .map(gap -> gap.at() + ": " + gap.sentence())
        .toList();
  }
}
