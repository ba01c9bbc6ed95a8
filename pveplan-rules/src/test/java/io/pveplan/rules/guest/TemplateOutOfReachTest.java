package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.TerraformSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TemplateOutOfReachTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef LOCAL = StorageRef.named("tank");
  private static final StorageRef SHARED = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new TemplateOutOfReach());

  private static ClusterPlan cloning(Consumer<VmSpec> template, Consumer<VmSpec> clone) {
    return cloning(template, (v, image) -> v.cloneOf(image).with(clone));
  }

  private static ClusterPlan cloning(
      Consumer<VmSpec> template, BiConsumer<VmSpec, GuestRef> clone) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(btrfs("butter", "/srv/butter"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var image = c.template(9000, "image", v -> v.with(template));
      c.vm(200, "app", v -> clone.accept(v, image));
    });
  }

  @Test
  void a_clone_on_another_node_than_its_local_template_is_reported() {
    ClusterPlan plan = cloning(
        v -> v.node(PVE1).disk(LOCAL, gib(8)).disk(SHARED, gib(8)),
        (v, image) -> v.linkedCloneOf(image).node(PVE2));

    assertThat(severities(plan)).containsExactly("CI-019[guest/200] ERROR");
    rule.on(plan)
        .reportsExactly("CI-019[guest/200]")
        .withMessageContaining("app on pve2 is a clone of guest 9000, which has volumes on pve1"
            + " only: scsi0 on tank")
        .withRemedyContaining("or make a full clone that nothing keeps from moving");
  }

  @Test
  void a_local_iso_image_or_cloud_init_drive_is_enough() {
    rule.on(cloning(
            v -> v.node(PVE1)
                .disk(SHARED, gib(8))
                .iso(LOCAL, "a.iso")
                .cloudInit(s -> s.storage(LOCAL)),
            v -> v.node(PVE2)))
        .reportsExactly("CI-019[guest/200]")
        .withMessageContaining("iso on tank, cloudinit on tank");
  }

  @Test
  void a_full_clone_that_a_script_moves_afterwards_is_reported_as_info() {
    ClusterPlan plan = cloning(v -> v.node(PVE1).disk(LOCAL, gib(8)), v -> v.node(PVE2));

    assertThat(severities(plan)).containsExactly("CI-019[guest/200] INFO");
    rule.on(plan)
        .reportsExactly("CI-019[guest/200]")
        .withMessageContaining("scsi0 on tank; a script clones it there and then moves it");
  }

  @Test
  void a_linked_clone_that_moves_with_its_own_copy_of_the_tpm_is_reported_as_info() {
    ClusterPlan plan = cloning(
        v -> v.node(PVE1).disk(SHARED, gib(8)).hardware(h -> h.tpmState(LOCAL)),
        (v, image) -> v.linkedCloneOf(image).node(PVE2));

    assertThat(severities(plan)).containsExactly("CI-019[guest/200] INFO");
    rule.on(plan)
        .reportsExactly("CI-019[guest/200]")
        .withMessageContaining("tpmstate0 on tank; a script clones it there and then moves it");
  }

  @Test
  void a_clone_that_nothing_moves_afterwards_is_an_error() {
    assertThat(severities(
            cloning(v -> v.node(PVE1).disk(LOCAL, gib(8)).iso(LOCAL, "a.iso"), v -> v.node(PVE2))))
        .containsExactly("CI-019[guest/200] ERROR");
  }

  @Test
  void a_clone_whose_drive_is_not_copied_between_nodes_is_an_error() {
    assertThat(severities(cloning(
            v -> v.node(PVE1).disk(LOCAL, gib(8)),
            v -> v.node(PVE2).cloudInit(s -> s.storage(StorageRef.named("butter"))))))
        .containsExactly("CI-019[guest/200] ERROR");
  }

  @Test
  void a_clone_beside_its_template_passes() {
    rule.on(cloning(v -> v.node(PVE1).disk(LOCAL, gib(8)), v -> v.node(PVE1))).passes();
  }

  @Test
  void a_template_on_shared_storage_passes_wherever_the_nodes_are() {
    rule.on(cloning(v -> v.disk(SHARED, gib(8)), v -> v.disk(LOCAL, gib(8)))).passes();
  }

  @Test
  void a_clone_of_no_node_is_undecided() {
    rule.on(cloning(v -> v.node(PVE1).disk(LOCAL, gib(8)), v -> {}))
        .isUndecidedFor("node of guest 200");
  }

  @Test
  void a_template_of_no_node_is_undecided() {
    rule.on(cloning(v -> v.disk(LOCAL, gib(8)), v -> v.node(PVE1)))
        .isUndecidedFor("node of guest 9000");
  }

  @Test
  void a_cloud_init_drive_that_could_be_anywhere_is_undecided() {
    rule.on(cloning(v -> v.node(PVE1).cloudInit(s -> s.user("ops")), v -> v.node(PVE2)))
        .isUndecidedFor("disks of guest 9000", "storage of the cloud-init drive of guest 9000");
  }

  @Test
  void a_template_whose_disks_are_not_told_is_undecided() {
    rule.on(cloning(v -> v.node(PVE1), v -> v.node(PVE2))).isUndecidedFor("disks of guest 9000");
    rule.on(cloning(v -> v.node(PVE1), v -> v.node(PVE1))).passes();
  }

  private static ClusterPlan cloningBy(Consumer<TerraformSpec> terraform) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var image = c.template(9000, "image", v -> v.node(pve1).disk(pool, gib(8)));
      var app = c.vm(200, "app", v -> v.cloneOf(image).node(pve2));
      c.terraform(t -> terraform.accept(t.guests(app)));
    });
  }

  @Test
  void a_clone_that_bpg_moves_afterwards_is_reported_as_info() {
    Report report =
        RuleBook.empty().with(new TemplateOutOfReach()).check(cloningBy(t -> t.providers(BPG)));

    assertThat(report.toText()).startsWith("""
            INFO CI-019[guest/200]: app on pve2 is a clone of guest 9000, which has volumes on pve1 \
            only: scsi0 on tank; bpg clones it there and then moves it
                  -> Put the template on shared storage, or make one template per node, to spare \
            each clone the move.
            """);
    assertThat(RuleBook.empty()
            .with(new TemplateOutOfReach())
            .check(cloningBy(t -> {}))
            .findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void telmate_leaves_it_to_a_script() {
    assertThat(severities(cloningBy(t -> t.providers(TELMATE))))
        .containsExactly("CI-019[guest/200] INFO");
    Report both = RuleBook.empty()
        .with(new TemplateOutOfReach())
        .check(cloningBy(t -> t.providers(BPG, TELMATE)));
    assertThat(both.toText()).startsWith("""
            INFO CI-019[guest/200]: app on pve2 is a clone of guest 9000, which has volumes on pve1 \
            only: scsi0 on tank; a script clones it there and then moves it
            """);
  }

  @Test
  void a_clone_that_bpg_could_not_move_is_an_error() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var image = c.template(9000, "image", v -> v.node(pve1).disk(pool, gib(8)));
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var disc = c.template(9001, "disc", v -> v.node(pve1).disk(nas, gib(8)).iso(pool, "a.iso"));
      var drive = c.template(
          9002, "drive", v -> v.node(pve1).disk(nas, gib(8)).cloudInit(s -> s.storage(pool)));
      c.vm(200, "linked", v -> v.linkedCloneOf(image).node(pve2));
      c.vm(201, "inserted", v -> v.cloneOf(disc).node(pve2));
      c.vm(202, "seeded", v -> v.linkedCloneOf(drive).node(pve2));
      c.terraform(t -> {});
    });
    Report report = RuleBook.empty().with(new TemplateOutOfReach()).check(plan);

    assertThat(severities(plan))
        .containsExactly(
            "CI-019[guest/200] ERROR", "CI-019[guest/201] ERROR", "CI-019[guest/202] INFO");
    assertThat(report.toText()).startsWith("""
        ERROR CI-019[guest/200]: linked on pve2 is a clone of guest 9000, which has volumes on pve1 \
        only: scsi0 on tank
              -> Put the template on shared storage, make one template per node, or make a full \
        clone that nothing keeps from moving, such as an ISO image on local storage: it is made \
        beside the template and moves then.
        """);
  }

  @Test
  void bpg_moves_those_that_are_its_own_without_being_named() {
    assertThat(severities(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var pool = c.storage(zfs("tank", "tank"), s -> {});
          var image = c.template(9000, "image", v -> v.node(pve1).disk(pool, gib(8)));
          c.vm(200, "app", v -> v.cloneOf(image).node(pve2));
          c.terraform(t -> t.providers(BPG));
        })))
        .containsExactly("CI-019[guest/200] INFO");
  }

  private static List<String> severities(ClusterPlan plan) {
    return RuleBook.empty().with(new TemplateOutOfReach()).check(plan).findings().stream()
        .map(it -> it.key() + " " + it.severity())
        .toList();
  }

  @Test
  void a_clone_that_bpg_does_not_make_is_left_to_a_script() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var image = c.template(9000, "image", v -> v.node(pve1).disk(pool, gib(8)));
      c.vm(200, "app", v -> v.linkedCloneOf(image).node(pve2));
      c.vm(202, "db", v -> v.cloneOf(image).node(pve2));
      var web = c.vm(201, "web", v -> v.cloneOf(image).node(pve2));
      c.terraform(t -> t.providers(BPG).guests(web));
    });

    assertThat(severities(plan))
        .containsExactly(
            "CI-019[guest/200] ERROR", "CI-019[guest/201] INFO", "CI-019[guest/202] INFO");
  }

  @Test
  void a_plan_without_clones_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
