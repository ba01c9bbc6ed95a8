package io.pveplan.render.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.model.storage.SmbVersion;
import io.pveplan.render.Artifact;
import io.pveplan.render.Bundle;
import io.pveplan.render.Renderers;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who makes what where Terraform makes parts of the cluster. */
class TerraformShareTest {

  private static List<String> gaps(ResolvedPlan plan) {
    return TerraformShare.of(plan).gaps().stream()
        .map(gap -> gap.step().number() + " " + gap.at() + ": " + gap.sentence())
        .toList();
  }

  private static boolean isTerraform(Artifact file) {
    return file.path().startsWith("terraform/bpg/");
  }

  private static Set<PlanPath> covered(Bundle bundle, boolean terraform) {
    return bundle.artifacts().stream()
        .filter(file -> !file.preview() && isTerraform(file) == terraform)
        .flatMap(file -> file.covers().stream())
        .filter(place -> !place.segments().get(0).equals("guest"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void nothing_is_made_twice() {
    Bundle bundle = Renderers.standard().render(TerraformPartCases.parts());
    Set<PlanPath> twice = new TreeSet<>(covered(bundle, true));
    twice.retainAll(covered(bundle, false));

    assertThat(twice).isEmpty();
    assertThat(covered(bundle, true)).hasSize(53);
  }

  @Test
  void scripts_are_left_with_what_the_provider_can_not_express() {
    Bundle bundle = Renderers.standard().render(TerraformPartCases.parts());

    assertThat(bundle.artifacts().stream()
            .filter(file -> file.path().matches("cluster/[0-9].*\\.sh"))
            .filter(
                file -> file.step().filter(it -> it.compareTo(Step.QDEVICE) > 0).isPresent())
            .map(file -> file.path() + " " + file.covers()))
        .contains(
            "cluster/09-datacenter.sh [cluster/registeredTags]",
            "cluster/18-shared-storage.sh [storage/butter]")
        .noneMatch(line -> line.contains("replication") || line.contains("-ha."));
    assertThat(
            bundle.artifact("nodes/pve1/etc/network/interfaces").orElseThrow().content())
        .contains("iface eno1", "iface vmbr0")
        .doesNotContain("bond1", "vmbr1", "vmbr90", "vlan91");
    assertThat(bundle.artifact("nodes/pve1/05-network.sh").orElseThrow().content())
        .contains("""
            later() {
              if [ "$action" = apply ] && grep --quiet --extended-regexp "^iface $1( |\\$)" "$LIVE"; then
                refuse "Terraform has made $1, which is not in the planned file"
              fi
            }
            """)
        .contains("later bond1\nlater vmbr1\nlater bond1.90\nlater vlan91\nlater vmbr90\n");
    assertThat(bundle.artifact("cluster/etc/pve/storage.cfg").orElseThrow().content())
        .contains("nfs: nas", "btrfs: butter");
  }

  @Test
  void a_part_alone_is_applied_once_the_nodes_are_one_cluster() {
    Map<TerraformPart, Integer> steps = new TreeMap<>();
    for (TerraformPart part : TerraformPart.values()) {
      Bundle bundle = Renderers.standard().render(TerraformPartCases.plan(t -> t.manages(part)));
      bundle.artifacts().stream()
          .filter(it -> it.path().matches("terraform/bpg/(cluster|protection)/versions.tf"))
          .forEach(it -> steps.put(part, it.step().orElseThrow().number()));
    }

    assertThat(steps)
        .isEqualTo(Map.of(
            TerraformPart.NETWORK, 9,
            TerraformPart.DATACENTER, 9,
            TerraformPart.STORAGES, 20,
            TerraformPart.SDN, 21,
            TerraformPart.DEVICE_MAPPINGS, 22,
            TerraformPart.POOLS, 22,
            TerraformPart.REPLICATION, 24,
            TerraformPart.HA, 25,
            TerraformPart.BACKUP_JOBS, 26));
  }

  @Test
  void what_results_is_compared_once_terraform_has_made_it() {
    Set<TerraformPart> all = EnumSet.allOf(TerraformPart.class);
    assertThat(compared(Set.of(TerraformPart.DATACENTER)))
        .containsEntry("datacenter.cfg", "9 of 9")
        .containsEntry("storage.cfg", "20 of 0")
        .containsEntry("replication.cfg", "24 of 0");
    assertThat(compared(all))
        .isEqualTo(Map.of(
            "datacenter.cfg", "21 of 21",
            "storage.cfg", "21 of 21",
            "mapping/pci.cfg", "22 of 21",
            "mapping/usb.cfg", "22 of 21",
            "mapping/directory.cfg", "22 of 21",
            "replication.cfg", "24 of 24",
            "ha/resources.cfg", "25 of 24",
            "ha/rules.cfg", "25 of 24"));
  }

  /** The step of each preview, and that in which Terraform makes some of what it shows. */
  private static Map<String, String> compared(Set<TerraformPart> parts) {
    Bundle bundle = Renderers.standard()
        .render(TerraformPartCases.plan(t -> t.manages(parts.toArray(TerraformPart[]::new))));
    Map<String, String> steps = new TreeMap<>();
    bundle.artifacts().stream()
        .filter(file -> file.preview() && !file.path().contains("corosync"))
        .forEach(file -> steps.put(
            file.path().replace("cluster/etc/pve/", ""),
            file.step().orElseThrow().number() + " of " + made(bundle, file, parts)));
    return steps;
  }

  private static int made(Bundle bundle, Artifact preview, Set<TerraformPart> parts) {
    String name = preview.path().replace("cluster/etc/pve/", "").replaceFirst("[/.].*", "");
    Map<String, TerraformPart> made = Map.of(
        "datacenter", TerraformPart.DATACENTER,
        "storage", TerraformPart.STORAGES,
        "mapping", TerraformPart.DEVICE_MAPPINGS,
        "replication", TerraformPart.REPLICATION,
        "ha", TerraformPart.HA);
    if (!parts.contains(made.get(name))) {
      return 0;
    }
    boolean late = Set.of("replication", "ha").contains(name);
    String folder = late ? TerraformShare.PROTECTION : TerraformShare.CLUSTER;
    return bundle
        .artifact(folder + "/versions.tf")
        .flatMap(Artifact::step)
        .orElseThrow()
        .number();
  }

  @Test
  void the_step_in_which_terraform_makes_a_part_is_that_of_its_module() {
    for (TerraformPart part : TerraformPart.values()) {
      ResolvedPlan plan = TerraformPartCases.plan(t -> t.manages(part));
      TerraformShare share = TerraformShare.of(plan);
      Bundle bundle = Renderers.standard().render(plan);
      Set<Step> made = covered(bundle, true).stream()
          .flatMap(place -> share.madeIn(place).stream())
          .collect(Collectors.toSet());
      assertThat(made)
          .as(part.name())
          .isEqualTo(bundle.artifacts().stream()
              .filter(it -> it.path().matches("terraform/bpg/(cluster|protection)/versions.tf"))
              .map(it -> it.step().orElseThrow())
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void the_modules_are_applied_once_what_they_lie_on_is_there() {
    Bundle bundle = Renderers.standard().render(TerraformPartCases.parts());

    assertThat(bundle.artifacts().stream()
            .filter(file -> isTerraform(file) && file.procedure().apply().isPresent())
            .filter(file -> file.path().endsWith("versions.tf"))
            .map(file -> file.step().orElseThrow().number() + " "
                + file.procedure().apply().orElseThrow()))
        .containsExactly(
            "21 terraform -chdir=terraform/bpg/cluster apply",
            "23 terraform -chdir=terraform/bpg/guests apply",
            "24 terraform -chdir=terraform/bpg/protection apply");
    assertThat(bundle
            .artifact("terraform/bpg/cluster/shared_storages.tf")
            .orElseThrow()
            .procedure()
            .needs())
        .contains("nothing yet: Terraform makes this in step 21, with the rest of"
            + " terraform/bpg/cluster");
    assertThat(bundle
            .artifact("terraform/bpg/protection/ha.tf")
            .orElseThrow()
            .procedure()
            .needs())
        .contains("nothing any more: Terraform made this in step 24, with the rest of"
            + " terraform/bpg/protection");
  }

  @Test
  void what_stays_with_the_scripts_is_said() {
    assertThat(gaps(TerraformPartCases.parts()))
        .containsExactly(
            "9 cluster/registeredTags: Not in terraform/bpg/cluster: the provider has no argument"
                + " for registered tags.",
            "18 storage/butter: Not in terraform/bpg/cluster: the provider has no resource for"
                + " storages of type btrfs.");
  }

  @Test
  void an_older_provider_leaves_more_to_the_scripts() {
    String later = " from version 0.%d.0 on, and the plan names 0.99.0.";

    assertThat(gaps(TerraformPartCases.older()))
        .contains(
            "5 node/pve1/bond1: Not in terraform/bpg/cluster: the provider knows bonds"
                + later.formatted(101),
            "9 cluster/scheduling: Not in terraform/bpg/cluster: the provider knows dynamic load"
                + " and moves that balance the nodes" + later.formatted(110),
            "18 storage/smb: Not in terraform/bpg/cluster: the provider knows the mount options of a"
                + " CIFS storage" + later.formatted(110),
            "21 sdn/controller/evpn1: Not in terraform/bpg/cluster: the provider knows EVPN"
                + " controllers" + later.formatted(105),
            "21 sdn/zone/evz: Not in terraform/bpg/cluster: its controller evpn1 is not, either.",
            "25 ha/resource/200: Not in terraform/bpg/protection: the provider knows failback"
                + later.formatted(107),
            "25 ha: Not in terraform/bpg/protection: what the provider can not express of HA"
                + " resources and rules leaves all of them to the script.")
        .hasSize(10);
  }

  @Test
  void a_bridge_with_an_underscore_in_its_name_came_with_0_101() {
    assertThat(gaps(underscore("0.101.0"))).isEmpty();
    assertThat(gaps(underscore("0.100.0")))
        .containsExactly("5 node/pve1/vmbr_1: Not in terraform/bpg/cluster: the provider knows"
            + " underscores in the names of bridges from version 0.101.0 on, and the plan names"
            + " 0.100.0.");
  }

  private static ResolvedPlan underscore(String version) {
    return ResolvedPlan.of(cluster("lab", c -> {
      c.node("pve1", n -> n.bridge("vmbr_1", b -> b.over("eno2")));
      c.terraform(t -> t.bpgVersion(version).manages(TerraformPart.NETWORK));
    }));
  }

  @Test
  void what_the_provider_has_no_argument_for_is_refused() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      var pve1 = c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(lan.host(11)))
              .bridge("vmbr1", b -> b.over("eno2").spanningTree(15))
              .bridge("vmbr2", b -> b.openVswitch())
              .bridge("guests_of_all", b -> {})
              .bond(lacp("bond0", "eno3", "eno4").fast()));
      var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(lan.host(12))));
      c.storage(dir("local", "/var/lib/vz"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.format(DiskFormat.QCOW2));
      c.storage(cifs("open", "10.0.0.5", "all"), s -> {});
      c.storage(
          cifs("old", "10.0.0.5", "old"),
          s -> s.login("pve", fromFile("/root/smb")).smbVersion(SmbVersion.V2_0));
      c.storage(lvm("chain", "vg0"), s -> s.snapshotsAsVolumeChain());
      c.usbMapping("key", m -> m.device(pve1, "0529:0001").description("a, b"));
      c.pciMapping("gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204").liveMigration());
      var zone = c.zone(simple("nat"), z -> z.ipam("pve").dhcp());
      c.vnet("n1", zone, b -> b.alias("what?").subnet("10.1.0.0/24", s -> {}));
      c.vnet(
          "n2",
          zone,
          b -> b.subnet(
              "10.2.0.0/24",
              s -> s.dhcpRange("10.2.0.10", "10.2.0.20").dhcpRange("10.2.0.30", "10.2.0.40")));
      var web = c.vm(100, "web", v -> v.node(pve1));
      var db = c.vm(101, "db", v -> v.node(pve2));
      c.ha(h -> h.resource(web, r -> r.maxRestart(11))
          .resources(db)
          .resourceAffinity("pair_", POSITIVE, List.of(web, db), a -> {}));
      c.replicate(web, pve2, s -> s.removed(ReplicationRemoval.FULL));
      c.terraform(t -> t.manages(TerraformPart.values()));
    }));

    assertThat(gaps(plan))
        .containsExactly(
            "5 node/pve1/vmbr1: Not in terraform/bpg/cluster: the provider has no argument for the"
                + " spanning tree of a bridge.",
            "5 node/pve1/vmbr2: Not in terraform/bpg/cluster: the provider has no resource for"
                + " Open vSwitch.",
            "5 node/pve1/guests_of_all: Not in terraform/bpg/cluster: the provider takes names of"
                + " bridges up to 10 characters.",
            "5 node/pve1/bond0: Not in terraform/bpg/cluster: the provider has no argument for the"
                + " LACP rate of a bond, its miimon, how many links it needs, and its options as"
                + " port of a bridge.",
            "18 storage/nas: Not in terraform/bpg/cluster: the provider has no argument for the"
                + " format of disks.",
            "18 storage/open: Not in terraform/bpg/cluster: the provider requires a user and a"
                + " password.",
            "18 storage/old: Not in terraform/bpg/cluster: the provider has no argument for the"
                + " version of SMB.",
            "19 storage/chain: Not in terraform/bpg/cluster: the provider has no argument for"
                + " volume chains on LVM.",
            "21 sdn/vnet/n1: Not in terraform/bpg/cluster: the provider takes letters, digits,"
                + " blanks and any of ()._- in an alias, 256 characters at most.",
            "21 sdn/subnet/n1-10.1.0.0-24: Not in terraform/bpg/cluster: its VNet n1 is not,"
                + " either.",
            "21 sdn/subnet/n2-10.2.0.0-24: Not in terraform/bpg/cluster: the provider takes one"
                + " DHCP range for a subnet, and it has 2.",
            "22 mapping/usb/key: Not in terraform/bpg/cluster: the provider takes no comma and no"
                + " equals sign in a description, nor blanks at its ends.",
            "22 mapping/pci/gpu: Not in terraform/bpg/cluster: the provider has no argument for"
                + " devices that can be moved with a running guest.",
            "24 replication/100-0: Not in terraform/bpg/protection: the provider has no argument"
                + " for a job that is to be removed.",
            "25 ha/resource/100: Not in terraform/bpg/protection: the provider takes at most 10"
                + " attempts.",
            "25 ha/rule/pair_: Not in terraform/bpg/protection: the provider takes names of rules"
                + " that end in a letter or digit.",
            "25 ha: Not in terraform/bpg/protection: what the provider can not express of HA"
                + " resources and rules leaves all of them to the script.");
  }

  @Test
  void groups_of_8_4_are_left_to_the_script() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      c.target(ProductVersion.PVE_8_4);
      var node = c.node("pve1", n -> {});
      var web = c.vm(100, "web", v -> v.node(node));
      c.ha(h -> h.resources(web));
      c.terraform(t -> t.manages(TerraformPart.HA));
    }));

    assertThat(gaps(plan))
        .containsExactly("25 ha: Not in terraform/bpg/protection: Proxmox VE 8.4 has groups instead"
            + " of rules, and version 9 makes rules of them, which Terraform would go on to take for"
            + " groups.");
    assertThat(Renderers.standard().render(plan).artifact("cluster/25-ha.sh")).isPresent();
  }

  @Test
  void a_plan_that_asks_for_no_parts_leaves_all_to_the_scripts() {
    ResolvedPlan plan = TerraformPartCases.plan(t -> {});

    assertThat(covered(Renderers.standard().render(plan), true)).isEmpty();
    assertThat(gaps(plan)).isEmpty();
    assertThat(TerraformShare.of(plan).takes(PlanPath.of("storage", "nas"))).isFalse();
  }
}
