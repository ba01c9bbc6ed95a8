package io.pveplan.render.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CablingRendererTest {

  private static final ResolvedPlan PLAN = ResolvedPlan.of(cluster("lab", c -> {
    var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
    var ceph = c.network("ceph", "10.0.1.0/24", net -> net.mtu(9000));
    var guests = c.network("guests", net -> net.vlans(100, 199));
    var r1 = c.rack("r1", "west");
    var r2 = c.rack("r2", "east");
    var left = c.ethernetSwitch(
        "sw1",
        s -> s.rack(r2).ports("Ethernet1/", 1, 48, p -> p.speed(gbit(25))).stack("mlag1"));
    var right = c.ethernetSwitch("sw2", s -> s.stack("mlag1"));
    c.node(
        "pve1",
        n -> n.hardware(h -> h.rack(r1).bmc(BmcKind.IPMI, mgmt.host(111)))
            .nic("eno1", b -> b.speed(gbit(10)).mac("02:00:5E:00:53:01").addresses(mgmt.host(11)))
            .bridge(
                "vmbr1",
                b -> b.over(lacp("bond0", "enp1s0", "enp2s0").fast())
                    .vlanAware("100-199")
                    .carries(guests))
            .vlan("vmbr1.30", ceph.host(11))
            .cable("eno1", left.port("Ethernet1/1"))
            .cable("enp1s0", left.port("Ethernet1/2"), k -> k.label("A-2").length(meters(3)))
            .cable("enp2s0", right.port(2), k -> k.length(centimeters(50)))
            .bmcCable(left.port("Ethernet1/48")));
    c.node("pve2", n -> n.nic("eno1"));
  }));

  private final CablingRenderer renderer = new CablingRenderer();

  @TempDir
  private Path directory;

  @Test
  void files_are_as_expected() {
    Golden.of("cabling")
        .matches(renderer.render(PLAN).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @Test
  void the_cable_plan_covers_all_cables_and_the_checks_none() {
    assertThat(renderer.render(PLAN).artifacts())
        .extracting(Artifact::path)
        .containsExactly("cable-plan.csv", "netbox/4-cables.csv", "nodes/pve1/05-cables.sh");
    assertThat(renderer.render(PLAN).artifacts().get(0).covers())
        .containsExactly(
            PlanPath.of("cable", "pve1", "bmc"),
            PlanPath.of("cable", "pve1", "eno1"),
            PlanPath.of("cable", "pve1", "enp1s0"),
            PlanPath.of("cable", "pve1", "enp2s0"));
    assertThat(renderer.render(PLAN).artifacts().get(2).covers()).isEmpty();
  }

  @Test
  void the_runbook_tells_what_to_configure_at_the_ports() {
    assertThat(Renderers.empty().render(PLAN).toMap().get("RUNBOOK.md"))
        .contains("configure port 2 of switch sw2 for enp2s0 of pve1: ceph tagged 30, guests tagged"
            + " 100-199; MTU of 9000 or more; LACP group for bond0 of pve1 (port Ethernet1/2 of"
            + " sw1, port 2 of sw2), rate fast")
        .contains("configure port Ethernet1/48 of switch sw1 for the BMC of pve1: mgmt");
  }

  @Test
  void a_plan_without_cables_needs_no_file() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> c.ethernetSwitch("sw1", s -> {})));

    assertThat(renderer.render(plan)).isEqualTo(Rendering.nothing());
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(PLAN, ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(CablingRenderer.class);
  }

  @Test
  void shellcheck_accepts_the_script() {
    RealPrograms.acceptShell(script());
  }

  @Test
  void cables_as_planned_pass() throws IOException, InterruptedException {
    assertThat(check(
            "lldp.eno1.chassis.name=sw1\nlldp.eno1.port.ifname=Ethernet1/1",
            "lldp.enp1s0.chassis.name=sw1.example.net\nlldp.enp1s0.port.local=Ethernet1/2",
            "lldp.enp2s0.chassis.name=sw2\nlldp.enp2s0.port.mac=x\nlldp.enp2s0.port.descr=2"))
        .isEqualTo("""
            == cables of pve1
            eno1: port Ethernet1/1 of sw1, as planned
            enp1s0: port Ethernet1/2 of sw1, as planned
            enp2s0: port 2 of sw2, as planned
            exit 0
            """);
  }

  @Test
  void a_swapped_pair_and_a_missing_neighbor_are_told() throws IOException, InterruptedException {
    assertThat(check(
            "",
            "lldp.enp1s0.chassis.name=sw2\nlldp.enp1s0.port.ifname=2",
            "lldp.enp2s0.chassis.name=sw1\nlldp.enp2s0.port.ifname=Ethernet1/2"))
        .isEqualTo("""
            == cables of pve1
            waiting for neighbors, 90 seconds at most
            eno1: no neighbor; planned is port Ethernet1/1 of sw1
            enp1s0: planned is port Ethernet1/2 of sw1, but there is
            lldp.enp1s0.chassis.name=sw2
            lldp.enp1s0.port.ifname=2
            enp2s0: planned is port 2 of sw2, but there is
            lldp.enp2s0.chassis.name=sw1
            lldp.enp2s0.port.ifname=Ethernet1/2
            exit 1
            """);
  }

  @Test
  void a_neighbor_is_taken_as_a_whole() throws IOException, InterruptedException {
    String bmc = """
        lldp.%1$s.via=LLDP
        lldp.%1$s.rid=1
        lldp.%1$s.chassis.mac=02:00:5e:00:53:01
        lldp.%1$s.chassis.name=bmc1
        lldp.%1$s.port.ifname=eth0
        """;

    assertThat(check(bmc.formatted("eno1") + """
                lldp.eno1.via=LLDP
                lldp.eno1.rid=2
                lldp.eno1.chassis.name=sw1
                lldp.eno1.chassis.mgmt-ip=192.0.2.1
                lldp.eno1.port.mac=02:00:5e:00:53:02
                lldp.eno1.port.descr=Ethernet1/1
                """, """
            lldp.enp1s0.via=LLDP
            lldp.enp1s0.chassis.name=sw1
            lldp.enp1s0.port.ifname=Ethernet1/9
            lldp.enp1s0.via=LLDP
            lldp.enp1s0.chassis.mac=02:00:5e:00:53:03
            lldp.enp1s0.port.ifname=Ethernet1/2
            """, """
            lldp.enp2s0.chassis.name=sw2
            lldp.enp2s0.port.ifname=1
            lldp.enp2s0.chassis.name=sw9
            lldp.enp2s0.port.ifname=2
            """)).isEqualTo("""
            == cables of pve1
            eno1: port Ethernet1/1 of sw1, as planned
            enp1s0: planned is port Ethernet1/2 of sw1, but there is
            lldp.enp1s0.chassis.name=sw1
            lldp.enp1s0.port.ifname=Ethernet1/9
            lldp.enp1s0.port.ifname=Ethernet1/2
            enp2s0: planned is port 2 of sw2, but there is
            lldp.enp2s0.chassis.name=sw2
            lldp.enp2s0.port.ifname=1
            lldp.enp2s0.chassis.name=sw9
            lldp.enp2s0.port.ifname=2
            exit 1
            """);
  }

  @Test
  void links_that_are_down_are_up_for_the_check_alone() throws IOException, InterruptedException {
    Files.writeString(directory.resolve("down"), "enp1s0\nenp2s0\n");
    assertThat(check(
            "lldp.eno1.chassis.name=sw1\nlldp.eno1.port.ifname=Ethernet1/1",
            "lldp.enp1s0.chassis.name=sw1\nlldp.enp1s0.port.local=Ethernet1/2",
            "lldp.enp2s0.chassis.name=sw2\nlldp.enp2s0.port.descr=2"))
        .isEqualTo("""
            == cables of pve1
            eno1: port Ethernet1/1 of sw1, as planned
            enp1s0: port Ethernet1/2 of sw1, as planned
            enp2s0: port 2 of sw2, as planned
            exit 0
            """);
    assertThat(directory.resolve("calls")).hasContent("""
        link set dev enp1s0 up
        link set dev enp2s0 up
        link set dev enp1s0 down
        link set dev enp2s0 down
        """);
  }

  @Test
  void a_neighbor_may_come_late_and_a_nic_may_have_another_name()
      throws IOException, InterruptedException {
    Files.writeString(directory.resolve("gone"), "eno1\n");
    Files.writeString(directory.resolve("late"), """
        lldp.enp1s0.chassis.name=sw1
        lldp.enp1s0.port.local=Ethernet1/2
        """);
    assertThat(check("", "", "lldp.enp2s0.chassis.name=sw2\nlldp.enp2s0.port.descr=2"))
        .isEqualTo("""
            == cables of pve1
            eno1: no such NIC; planned is port Ethernet1/1 of sw1
            waiting for neighbors, 90 seconds at most
            enp1s0: port Ethernet1/2 of sw1, as planned
            enp2s0: port 2 of sw2, as planned
            exit 1
            """);
  }

  private String script() {
    return renderer.render(PLAN).artifacts().get(2).content();
  }

  private String check(String eno1, String enp1s0, String enp2s0)
      throws IOException, InterruptedException {
    Files.writeString(directory.resolve("eno1"), eno1);
    Files.writeString(directory.resolve("enp1s0"), enp1s0);
    Files.writeString(directory.resolve("enp2s0"), enp2s0);
    program("lldpctl", "cat \"$HERE/$3\"");
    program("uname", "echo pve1");
    program("sleep", "[ ! -e \"$HERE/late\" ] || cp \"$HERE/late\" \"$HERE/enp1s0\"");
    program("ip", """
        case "$*" in
          *' set '*) echo "$*" >>"$HERE/calls" ;;
          *' up') grep -qsx "$4" "$HERE/down" || echo "$4" ;;
          *) ! grep -qsx "$4" "$HERE/gone" ;;
        esac""");
    Path file = directory.resolve("check.sh");
    Files.writeString(file, script());
    ProcessBuilder bash = new ProcessBuilder(List.of("bash", file.toString()));
    bash.environment().merge("PATH", directory.toString(), (old, own) -> own + ":" + old);
    bash.environment().put("HERE", directory.toString());
    Process process = bash.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return told + "exit " + process.waitFor() + "\n";
  }

  private void program(String name, String text) throws IOException {
    Path program = directory.resolve(name);
    Files.writeString(program, "#!/bin/bash\n" + text + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }
}
