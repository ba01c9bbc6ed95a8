package io.pveplan.rules.migration;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.storage.ContentType.SNIPPETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Nodes have 64 GiB, of which 2 are kept for the host. pve1 and pve2 have CPUs of AMD, pve3 of Intel
 * and only it has no vmbr1.
 */
class MigratabilityTest {

  static final NodeRef PVE1 = NodeRef.named("pve1");
  static final NodeRef PVE2 = NodeRef.named("pve2");
  static final NodeRef PVE3 = NodeRef.named("pve3");
  static final StorageRef NAS = StorageRef.named("nas");
  static final StorageRef TANK = StorageRef.named("tank");

  private static final Consumer<VmSpec> SHARED =
      v -> v.node(PVE1).cpuType("x86-64-v3").disk(NAS, gib(8));

  static ClusterPlan lab(Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      var move = c.network("move", "10.0.1.0/24", net -> {});
      List<String> models = List.of("AMD EPYC 9124", "AMD EPYC 7313", "Intel Xeon Gold 6338");
      for (int number = 1; number <= models.size(); number++) {
        String model = models.get(number - 1);
        int host = 10 + number;
        boolean last = number == models.size();
        c.node("pve" + number, n -> {
          n.hardware(h -> h.memory(gib(64)).cpu(model, 1, p -> p.threads(32)))
              .nic("eno1", b -> b.speed(gbit(1)))
              .nic("eno2", b -> b.speed(gbit(10)).addresses(move.host(host)))
              .bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(host)));
          if (!last) {
            n.bridge("vmbr1", b -> {});
          }
        });
      }
      c.migration(m -> m.over(move));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.storage(zfs("tank", "tank"), s -> s.nodes(PVE1, PVE2));
      block.accept(c);
    });
  }

  private static GuestMoves row(Consumer<VmSpec> machine) {
    return Migratability.of(lab(c -> c.vm(
            200, "app", v -> v.node(PVE1).cpuType("x86-64-v3").memory(gib(8)).with(machine))))
        .of(Vmid.of(200));
  }

  private static List<Way> ways(GuestMoves row) {
    return row.nodes().stream().map(row::way).toList();
  }

  private static List<String> texts(GuestMoves row) {
    return row.blockers().stream().map(it -> it.nodes() + " " + it).toList();
  }

  @Test
  void a_machine_on_shared_storage_moves_live_within_a_vendor() {
    GuestMoves row = row(v -> v.disk(NAS, gib(8)).nic("vmbr0"));

    assertThat(ways(row)).containsExactly(Way.HERE, Way.LIVE, Way.OFFLINE);
    assertThat(texts(row))
        .containsExactly("[pve3] the CPU there is of another vendor (while it runs)");
    assertThat(row.open()).isEmpty();
    assertThat(row.localDisks()).isFalse();
  }

  @Test
  void volumes_and_bridges_that_are_not_there_keep_it() {
    GuestMoves row = row(v -> v.disk(TANK, gib(8)).nic("vmbr1"));

    assertThat(ways(row)).containsExactly(Way.HERE, Way.LIVE, Way.NONE);
    assertThat(texts(row))
        .containsExactly(
            "[pve3] storage tank of scsi0 is not there",
            "[pve3] bridge vmbr1 is not there",
            "[pve3] the CPU there is of another vendor (while it runs)");
    assertThat(row.localDisks()).isTrue();
  }

  @Test
  void a_vnet_has_the_mtu_of_its_zone() {
    var plan = lab(c -> {
      var small = c.vnet("vnet1", c.zone(simple("z1"), z -> z.mtu(1400)), s -> {});
      var below = c.vnet("vnet2", c.zone(vlanZone("z2", "vmbr0"), z -> {}), s -> s.tag(5));
      c.vm(200, "app", v -> v.node(PVE1).disk(NAS, gib(8)).nic(small, b -> b.mtu(1500)));
      c.vm(201, "web", v -> v.node(PVE1).disk(NAS, gib(8)).nic(below, b -> b.mtu(1500)));
    });
    GuestMoves app = Migratability.of(plan).of(Vmid.of(200));

    assertThat(ways(app)).containsExactly(Way.HERE, Way.NONE, Way.NONE);
    assertThat(texts(app)).contains("[pve2, pve3] net0 has MTU 1500, more than vnet1 has there");
    assertThat(Migratability.of(plan).of(Vmid.of(201)).open())
        .containsExactly(new OpenFact(BlockerKind.MTU, "MTU of zone z2", List.of("pve2", "pve3")));
  }

  @Test
  void another_interface_of_the_name_is_no_bridge() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.bridge("lan0", b -> {}));
      c.node("pve2", n -> n.nic("lan0", b -> {}));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.vm(200, "app", v -> v.node(pve1).disk(NAS, gib(8)).nic("lan0"));
    });

    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .containsExactly("[pve2] bridge lan0 is not there");
  }

  @Test
  void the_processor_has_to_have_what_the_type_asks_for() {
    GuestMoves named = row(v -> v.disk(NAS, gib(8)).cpuType("EPYC-Genoa"));
    GuestMoves host = row(v -> v.disk(NAS, gib(8)).cpuType("host"));
    GuestMoves many = row(v -> v.disk(NAS, gib(8)).cores(33));

    assertThat(ways(named)).containsExactly(Way.HERE, Way.NONE, Way.NONE);
    assertThat(texts(named))
        .containsExactly(
            "[pve2, pve3] the CPU there lacks what type EPYC-Genoa asks for",
            "[pve3] the CPU there is of another vendor (while it runs)");
    assertThat(ways(host)).containsExactly(Way.HERE, Way.OFFLINE, Way.OFFLINE);
    assertThat(texts(host).get(0))
        .isEqualTo("[pve2] the CPU there lacks what type host passes on here (while it runs)");
    assertThat(host.open())
        .containsExactly(
            new OpenFact(BlockerKind.CPU_FLAGS, "CPU flags of pve1 and pve3", List.of("pve3")));
    assertThat(texts(many).get(0)).isEqualTo("[pve2, pve3] it has 33 CPUs, more than there are");
  }

  @Test
  void type_max_passes_on_what_is_there_as_host_does() {
    GuestMoves row = row(v -> v.disk(NAS, gib(8)).cpuType("max"));

    assertThat(ways(row)).containsExactly(Way.HERE, Way.OFFLINE, Way.OFFLINE);
    assertThat(texts(row))
        .containsExactly(
            "[pve2] the CPU there lacks what type max passes on here (while it runs)",
            "[pve3] the CPU there is of another vendor (while it runs)");
    assertThat(row.open())
        .containsExactly(
            new OpenFact(BlockerKind.CPU_FLAGS, "CPU flags of pve1 and pve3", List.of("pve3")));
  }

  @Test
  void what_a_custom_type_asks_for_is_not_told() {
    GuestMoves row = row(v -> v.disk(NAS, gib(8)).cpuType("custom-web"));

    assertThat(ways(row)).containsExactly(Way.HERE, Way.LIVE, Way.OFFLINE);
    assertThat(row.open())
        .containsExactly(new OpenFact(
            BlockerKind.CPU_TYPE, "definition of CPU type custom-web", List.of("pve2", "pve3")));
  }

  @Test
  void a_machine_of_a_type_that_does_not_exist_runs_nowhere() {
    GuestMoves row = row(v -> v.disk(NAS, gib(8)).cpuType("Zen3"));

    assertThat(ways(row)).containsExactly(Way.HERE, Way.NONE, Way.NONE);
    assertThat(texts(row).get(0)).isEqualTo("[pve2, pve3] Proxmox VE 9 has no CPU type Zen3");
  }

  @Test
  void flags_beside_the_type_have_to_be_there() {
    GuestMoves aes = row(v -> v.disk(NAS, gib(8)).hardware(h -> h.cpuFlags("+aes")));
    GuestMoves others =
        row(v -> v.disk(NAS, gib(8)).hardware(h -> h.cpuFlags("+pcid", "+md-clear", "-aes")));
    GuestMoves host =
        row(v -> v.disk(NAS, gib(8)).cpuType("host").hardware(h -> h.cpuFlags("+pcid")));

    assertThat(aes.open()).isEmpty();
    assertThat(others.open())
        .containsExactly(
            new OpenFact(BlockerKind.CPU_TYPE, "CPU flags md-clear, pcid of pve2", List.of("pve2")),
            new OpenFact(
                BlockerKind.CPU_TYPE, "CPU flags md-clear, pcid of pve3", List.of("pve3")));
    assertThat(host.open())
        .containsExactly(
            new OpenFact(BlockerKind.CPU_FLAGS, "CPU flags of pve1 and pve3", List.of("pve3")));
  }

  @Test
  void a_flag_is_there_on_a_cpu_of_the_same_model_only() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 7313", 1)));
      c.node("pve2", n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 7313", 1)));
      c.node("pve3", n -> n.hardware(h -> h.memory(gib(64)).cpu("Intel Xeon X5570", 1)));
      c.node("pve4", n -> n.hardware(h -> h.memory(gib(64)).cpu("Intel Xeon of ours", 1)));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.vm(
          200,
          "app",
          v -> v.node(pve1)
              .cpuType("kvm64")
              .disk(NAS, gib(8))
              .hardware(h -> h.cpuFlags("+aes", "+ssbd")));
    });
    GuestMoves app = Migratability.of(plan).of(Vmid.of(200));

    assertThat(texts(app))
        .containsExactly(
            "[pve3] the CPU there lacks AES",
            "[pve3, pve4] the CPU there is of another vendor (while it runs)");
    assertThat(app.open())
        .containsExactly(
            new OpenFact(BlockerKind.CPU_TYPE, "CPU level of pve4", List.of("pve4")),
            new OpenFact(BlockerKind.CPU_TYPE, "CPU flag ssbd of pve3", List.of("pve3")),
            new OpenFact(BlockerKind.CPU_TYPE, "CPU flag ssbd of pve4", List.of("pve4")));
  }

  @Test
  void devices_of_the_node_stay() {
    var plan = lab(c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE2, "0000:42:00.0", "10de:2204"));
      c.vm(200, "app", v -> v.node(PVE1).disk(NAS, gib(8)).hardware(h -> h.device(gpu)));
      c.vm(201, "key", v -> v.node(PVE2).disk(NAS, gib(8)).hardware(h -> h.hostUsb("1-2")));
    });
    var matrix = Migratability.of(plan);

    assertThat(ways(matrix.of(Vmid.of(200)))).containsExactly(Way.HERE, Way.OFFLINE, Way.NONE);
    assertThat(texts(matrix.of(Vmid.of(200))))
        .contains(
            "[pve3] mapping gpu has nothing there",
            "[pve2, pve3] mapping gpu can not be moved in use (while it runs)");
    assertThat(ways(matrix.of(Vmid.of(201)))).containsExactly(Way.NONE, Way.HERE, Way.NONE);
    assertThat(texts(matrix.of(Vmid.of(201))))
        .contains("[pve1, pve3] it has usb device 1-2 of its node");
  }

  @Test
  void a_machine_gets_no_device_that_another_one_has_there() {
    Migratability matrix = Migratability.of(lab(c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE2, "0000:42:00.0", "10de:2204")
              .device(PVE3, "0000:41:00.0", "10de:2204")
              .device(PVE3, "0000:42:00.0", "10de:2204")
              .liveMigration());
      c.vm(200, "app", v -> v.with(SHARED).hardware(h -> h.device(gpu)));
      c.vm(201, "raw", v -> v.with(SHARED).node(PVE2).hardware(h -> h.hostPci("0000:42:00")));
      c.vm(202, "two", v -> v.with(SHARED).node(PVE3).hardware(h -> h.device(gpu)));
      c.vm(
          203, "all", v -> v.with(SHARED).node(PVE3).hardware(h -> h.device(gpu).device(gpu)));
      var off = c.vm(204, "off", v -> v.with(SHARED).hardware(h -> h.device(gpu)));
      c.template(9000, "image", v -> v.node(PVE2).disk(NAS, gib(8)).hardware(h -> h.device(gpu)));
      c.ha(h -> h.resource(off, r -> r.state(HaState.STOPPED)));
    }));

    assertThat(ways(matrix.of(Vmid.of(200)))).containsExactly(Way.HERE, Way.NONE, Way.NONE);
    assertThat(texts(matrix.of(Vmid.of(200))))
        .contains(
            "[pve2] mapping gpu has 1 device there, taken by 201",
            "[pve3] mapping gpu has 2 devices there, taken by 202, 203");
    assertThat(matrix.of(Vmid.of(202)).blockers())
        .filteredOn(it -> it.kind() == BlockerKind.DEVICE_TAKEN)
        .containsExactly(
            new Blocker(
                BlockerKind.DEVICE_TAKEN,
                "hostpci0",
                "gpu",
                "mapping gpu has 1 device there, taken by 200",
                Hindered.ANY,
                List.of("pve1")),
            new Blocker(
                BlockerKind.DEVICE_TAKEN,
                "hostpci0",
                "gpu",
                "mapping gpu has 1 device there, taken by 201",
                Hindered.ANY,
                List.of("pve2")));
    // What HA keeps off and templates take none.
    assertThat(matrix.of(Vmid.of(204)).way("pve2")).isEqualTo(Way.LIVE);
    assertThat(matrix.of(Vmid.of(9000)).way("pve1")).isEqualTo(Way.OFFLINE);
  }

  @Test
  void machines_that_ha_moves_together_need_a_device_each() {
    Migratability matrix = Migratability.of(lab(c -> {
      var gpu = c.pciMapping(
          "gpu",
          m -> m.device(PVE1, "0000:41:00.0", "10de:2204")
              .device(PVE1, "0000:42:00.0", "10de:2204")
              .device(PVE2, "0000:41:00.0", "10de:2204")
              .liveMigration());
      var app = c.vm(200, "app", v -> v.with(SHARED).hardware(h -> h.device(gpu)));
      var db = c.vm(201, "db", v -> v.with(SHARED).hardware(h -> h.device(gpu)));
      var raw = c.vm(202, "raw", v -> v.with(SHARED).hardware(h -> h.hostPci("0000:81:00.0")));
      c.vm(203, "own", v -> v.with(SHARED).node(PVE2).hardware(h -> h.hostPci("0000:81:00.0")));
      c.ha(h -> h.resources(app, db, raw).resourceAffinity("pair", Affinity.POSITIVE, app, db));
    }));

    assertThat(matrix.of(Vmid.of(200)).blockers("pve2"))
        .containsExactly(new Blocker(
            BlockerKind.TOGETHER,
            "",
            "vm:201",
            "HA moves vm:201 along: mapping gpu is taken there",
            Hindered.ANY,
            List.of("pve2")));
    assertThat(texts(matrix.of(Vmid.of(202))))
        .contains("[pve2] pci device 0000:81:00.0 is taken by 203 there");
    assertThat(matrix.of(Vmid.of(202)).way("pve2")).isEqualTo(Way.NONE);
  }

  @Test
  void ha_moves_a_stopped_machine_with_devices_of_its_node() {
    GuestMoves row = Migratability.of(lab(c -> {
          var app = c.vm(200, "app", v -> v.with(SHARED).hardware(h -> h.hostUsb("1-2")));
          c.ha(h -> h.resources(app));
        }))
        .of(Vmid.of(200));

    assertThat(ways(row)).containsExactly(Way.HERE, Way.OFFLINE, Way.OFFLINE);
    assertThat(texts(row).get(0))
        .isEqualTo("[pve2, pve3] it has usb device 1-2 of its node (while it runs)");
    assertThat(row.open())
        .containsExactly(new OpenFact(
            BlockerKind.DEVICE,
            "whether other nodes have usb device 1-2 of guest 200",
            List.of("pve2", "pve3")));
  }

  @Test
  void a_machine_does_not_start_where_a_document_of_its_cloud_init_is_not() {
    var plan = lab(c -> {
      var west = c.storage(dir("west", "/srv/west"), s -> s.content(SNIPPETS).nodes(PVE1));
      var each = c.storage(dir("each", "/srv/each"), s -> s.content(SNIPPETS));
      var mail = c.vm(200, "mail", v -> v.with(SHARED).cloudInit(s -> s.userData(west, "x.yaml")));
      c.vm(201, "news", v -> v.with(SHARED).cloudInit(s -> s.userData(each, "x.yaml")));
      c.vm(202, "web", v -> v.with(SHARED).cloudInit(s -> s.user("ops")));
      var app = c.vm(203, "app", v -> v.with(SHARED).cloudInit(s -> s.user("ops")));
      var image = c.template(
          9000, "image", v -> v.node(PVE1).disk(NAS, gib(8)).cloudInit(s -> s.packages("nginx")));
      c.vm(204, "clone", v -> v.with(SHARED).cloneOf(image));
      c.migrate(app, PVE2, m -> m.online());
      c.migrate(mail, PVE2, m -> m.online());
    });
    Migratability matrix = Migratability.of(plan);

    assertThat(matrix.rows().stream().map(row -> row.guest().vmid() + " " + ways(row)))
        .containsExactly(
            "200 [here, no, no]",
            "201 [here, no, no]",
            "202 [here, no, no]",
            "203 [here, live, no]",
            "9000 [here, offline, offline]",
            "204 [here, no, no]");
    assertThat(texts(matrix.of(Vmid.of(200))))
        .contains("[pve2, pve3] its cloud-init reads west:snippets/x.yaml, which is not there");
    assertThat(texts(matrix.of(Vmid.of(201))))
        .contains("[pve2, pve3] its cloud-init reads each:snippets/x.yaml, which is not there");
    assertThat(texts(matrix.of(Vmid.of(203))))
        .contains("[pve3] its cloud-init reads documents on storage each, which are not there");
    assertThat(texts(matrix.of(Vmid.of(204))))
        .contains(
            "[pve2, pve3] its cloud-init reads documents on storage west, which are not there");
  }

  @Test
  void documents_of_a_clone_and_its_template_on_one_storage_are_said_once() {
    var plan = lab(c -> {
      c.storage(dir("each", "/srv/each"), s -> s.content(SNIPPETS));
      var image = c.template(
          9000, "image", v -> v.node(PVE1).disk(NAS, gib(8)).cloudInit(s -> s.packages("nginx")));
      c.vm(
          200,
          "app",
          v -> v.with(SHARED)
              .linkedCloneOf(image)
              .cloudInit(s -> s.userData(StorageRef.named("each"), "x.yaml")
                  .networkConfig(StorageRef.named("each"), "x.yaml")));
      c.vm(201, "web", v -> v.with(SHARED).linkedCloneOf(image).cloudInit(s -> s.user("ops")));
    });
    String vendor =
        "[pve2, pve3] its cloud-init reads documents on storage each, which are not there";

    assertThat(documents(plan, 200))
        .containsExactly(
            "[pve2, pve3] its cloud-init reads each:snippets/x.yaml, which is not there", vendor);
    assertThat(documents(plan, 201)).containsExactly(vendor);
  }

  private static List<String> documents(ClusterPlan plan, int vmid) {
    return texts(Migratability.of(plan).of(Vmid.of(vmid))).stream()
        .filter(text -> text.contains("its cloud-init"))
        .toList();
  }

  @Test
  void documents_on_shared_storage_are_where_it_is() {
    GuestMoves row = Migratability.of(lab(c -> {
          var docs = c.storage(
              nfs("docs", "10.0.0.5", "/docs"), s -> s.content(SNIPPETS).nodes(PVE1, PVE2));
          c.vm(
              200,
              "app",
              v -> v.with(SHARED)
                  .cloudInit(s -> s.userData(docs, "x.yaml").networkConfig(docs, "y.yaml")));
        }))
        .of(Vmid.of(200));

    assertThat(ways(row)).containsExactly(Way.HERE, Way.LIVE, Way.NONE);
    assertThat(texts(row))
        .containsExactly(
            "[pve3] the CPU there is of another vendor (while it runs)",
            "[pve3] its cloud-init reads docs:snippets/x.yaml, which is not there",
            "[pve3] its cloud-init reads docs:snippets/y.yaml, which is not there");
  }

  @Test
  void memory_that_is_left_counts() {
    var plan = lab(c -> {
      c.vm(200, "app", v -> v.node(PVE1).disk(NAS, gib(8)).memory(gib(32)));
      c.vm(201, "big", v -> v.node(PVE2).disk(NAS, gib(8)).memory(gib(31)));
    });

    // 62 GiB less 31 are 31.
    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .contains("[pve2] it has 32GiB of memory, more than is left there");
  }

  @Test
  void ha_keeps_to_its_rules() {
    var plan = lab(c -> {
      var one = c.vm(200, "one", v -> v.node(PVE1).disk(NAS, gib(8)));
      var two = c.vm(201, "two", v -> v.node(PVE2).disk(NAS, gib(8)));
      c.ha(h -> h.resources(one, two)
          .nodeAffinity("west", a -> a.resources(one, two).nodes(PVE1, PVE2).strict())
          .resourceAffinity("apart", Affinity.NEGATIVE, one, two));
    });

    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .containsExactly(
            "[pve3] the CPU there is of another vendor (while it runs)",
            "[pve3] HA moves it away again by strict rule west",
            "[pve2] HA keeps it apart from vm:201");
  }

  @Test
  void containers_need_the_mtu_of_their_cards_and_templates_no_bridge() {
    var plan = lab(c -> {
      c.container(
          300,
          "dns",
          containerTemplate(NAS, "a.tar.zst"),
          NAS,
          gib(1),
          t -> t.node(PVE1).nic("vmbr0", b -> b.mtu(9000)));
      c.template(9000, "base", v -> v.node(PVE1).disk(NAS, gib(8)).nic("vmbr1"));
    });
    var matrix = Migratability.of(plan);

    assertThat(texts(matrix.of(Vmid.of(300))))
        .contains("[pve2, pve3] net0 has MTU 9000, more than vmbr0 has there");
    assertThat(ways(matrix.of(Vmid.of(9000)))).containsExactly(Way.HERE, Way.OFFLINE, Way.OFFLINE);
  }

  @Test
  void where_ha_keeps_a_guest_away_from_is_open_without_the_node_of_the_other() {
    var plan = lab(c -> {
      var one = c.vm(200, "one", v -> v.node(PVE1).disk(NAS, gib(8)));
      var two = c.vm(201, "two", v -> v.disk(NAS, gib(8)));
      c.ha(h -> h.resources(one, two)
          .nodeAffinity("east", a -> a.resources(two).nodes(PVE2).strict())
          .resourceAffinity("apart", Affinity.NEGATIVE, one, two));
    });

    assertThat(Migratability.of(plan).of(Vmid.of(200)).open())
        .containsExactly(
            new OpenFact(BlockerKind.SEPARATION, "node of guest 201", List.of("pve2")));
  }

  @Test
  void ha_moves_a_stopped_guest_when_it_starts() {
    var plan = lab(c -> {
      var one = c.vm(200, "one", v -> v.node(PVE1).disk(NAS, gib(8)));
      c.ha(h -> h.resource(one, r -> r.state(HaState.STOPPED))
          .nodeAffinity(
              "west", a -> a.resources(one).node(PVE1, 2).node(PVE2, 1).strict()));
    });

    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .containsExactly(
            "[pve3] the CPU there is of another vendor (while it runs)",
            "[pve3] HA moves it away when it starts, by strict rule west",
            "[pve2] HA moves it back when it starts, by the priorities of rule west");
  }

  @Test
  void a_container_is_restarted_and_a_template_never_runs() {
    var plan = lab(c -> {
      c.container(
          300,
          "dns",
          containerTemplate(NAS, "a.tar.zst"),
          TANK,
          gib(1),
          t -> t.node(PVE1).bindMount("/srv", "/tank/srv"));
      c.container(301, "web", containerTemplate(NAS, "a.tar.zst"), TANK, gib(1), t -> t.node(PVE1));
      c.template(9000, "base", v -> v.node(PVE1).disk(NAS, gib(8)));
    });
    var matrix = Migratability.of(plan);

    assertThat(texts(matrix.of(Vmid.of(300))))
        .contains("[pve2, pve3] it has /tank/srv of its node at /srv");
    assertThat(ways(matrix.of(Vmid.of(301)))).containsExactly(Way.HERE, Way.RESTART, Way.NONE);
    assertThat(ways(matrix.of(Vmid.of(9000)))).containsExactly(Way.HERE, Way.OFFLINE, Way.OFFLINE);
  }

  @Test
  void local_disks_can_go_to_another_storage() {
    var plan = lab(c -> c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8))));

    assertThat(Migratability.of(plan).way(Vmid.of(200), "pve3")).isEqualTo(Way.NONE);
    GuestMoves away = Migratability.of(plan).toStorage(Vmid.of(200), "nas");
    assertThat(ways(away)).containsExactly(Way.HERE, Way.LIVE, Way.NONE);
    assertThat(texts(away))
        .containsExactly(
            "[pve2, pve3] scsi0 can not be copied in raw from tank (zfspool) to nas (nfs) (while it is"
                + " stopped)",
            "[pve3] the CPU there is of another vendor (while it runs)");
    assertThatThrownBy(() -> Migratability.of(plan).toStorage(Vmid.of(200), "none"))
        .hasMessage("the plan has no storage none");
  }

  @Test
  void what_the_plan_does_not_tell_is_open() {
    var plan = cluster("lab", c -> {
      c.nodes(List.of("pve1", "pve2"), it -> it, (n, it) -> {});
      c.vm(200, "app", v -> v.node(PVE1).nic("vmbr0"));
      c.node("pve3", n -> n.bridge("vmbr0", b -> {}));
    });

    assertThat(Migratability.of(plan).of(Vmid.of(200)).open().stream().map(OpenFact::fact))
        .containsExactly(
            "disks of guest 200",
            "interfaces of pve2",
            "CPU vendor of pve1",
            "CPU vendor of pve2",
            "CPU vendor of pve3",
            "memory of pve2",
            "memory of pve3");
  }

  @Test
  void guests_and_nodes_that_are_not_there_are_refused() {
    var matrix = Migratability.of(lab(c -> c.vm(200, "app", v -> v.node(PVE1))));

    assertThatThrownBy(() -> matrix.of(Vmid.of(999))).hasMessage("the plan has no guest 999");
    assertThatThrownBy(() -> matrix.way(Vmid.of(200), "pve9"))
        .hasMessage("the plan has no node pve9");
  }

  // qemu-server, src/PVE/QemuServer.pm config_to_command.
  @Test
  void a_machine_runs_on_no_node_without_hardware_virtualization() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.hardware(h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1, p -> {})));
      c.node(
          "pve2",
          n -> n.hardware(
              h -> h.memory(gib(64)).cpu("AMD EPYC 9124", 1, p -> p.withoutVirtualization())));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.vm(200, "app", v -> v.node(PVE1).disk(NAS, gib(8)));
      c.template(300, "tpl", v -> v.node(PVE1).disk(NAS, gib(8)));
    });

    assertThat(texts(Migratability.of(plan).of(Vmid.of(200))))
        .containsExactly(
            "[pve2] the CPU there has no hardware virtualization, or it is switched off");
    assertThat(Migratability.of(plan).way(Vmid.of(200), "pve2")).isEqualTo(Way.NONE);
    assertThat(Migratability.of(plan).way(Vmid.of(300), "pve2")).isEqualTo(Way.OFFLINE);
  }
}
