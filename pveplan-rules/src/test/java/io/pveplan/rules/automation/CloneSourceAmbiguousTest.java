package io.pveplan.rules.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CloneSourceAmbiguousTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef LOCAL = StorageRef.named("tank");
  private static final StorageRef SHARED = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new CloneSourceAmbiguous());

  private static ClusterPlan cloning(
      Consumer<VmSpec> template, Consumer<VmSpec> clone, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var image = c.template(9000, "image", template);
      var app = c.vm(200, "app", v -> v.cloneOf(image).with(clone));
      c.terraform(t -> t.providers(TELMATE).guests(app));
      more.accept(c);
    });
  }

  @Test
  void a_name_of_two_templates_is_reported() {
    rule.on(cloning(
            v -> v.node(PVE1).disk(SHARED, gib(8)),
            v -> v.node(PVE1),
            c -> c.template(9001, "image", v -> v.node(PVE2).disk(SHARED, gib(8)))))
        .reportsExactly("TF-013[guest/200]")
        .withMessageContaining(
            "Terraform clones app from image, which is the name of guests 9000, 9001")
        .withRemedyContaining("Give the template a name of its own on storage that all nodes see,"
            + " or clone by VMID.");
  }

  @Test
  void a_template_on_local_storage_of_another_node_is_reported() {
    rule.on(cloning(v -> v.node(PVE1).disk(LOCAL, gib(8)), v -> v.node(PVE2), c -> {}))
        .reportsExactly("TF-013[guest/200]")
        .withMessageContaining(
            "Terraform clones app from image, which has volumes on pve1" + " only: scsi0 on tank");
  }

  @Test
  void a_name_of_its_own_on_shared_storage_passes() {
    rule.on(cloning(v -> v.node(PVE1).disk(SHARED, gib(8)), v -> v.node(PVE2), c -> {}))
        .passes();
  }

  @Test
  void a_local_template_on_the_same_node_passes() {
    rule.on(cloning(v -> v.node(PVE1).disk(LOCAL, gib(8)), v -> v.node(PVE1), c -> {}))
        .passes();
  }

  @Test
  void nodes_that_the_plan_does_not_name_are_undecided() {
    rule.on(cloning(v -> v.disk(LOCAL, gib(8)), v -> v.node(PVE2), c -> {}))
        .isUndecidedFor("node of guest 9000");
    rule.on(cloning(v -> v.disk(LOCAL, gib(8)), v -> {}, c -> {}))
        .isUndecidedFor("node of guest 200", "node of guest 9000");
  }

  @Test
  void a_cloud_init_drive_that_could_be_anywhere_is_undecided() {
    rule.on(cloning(v -> v.node(PVE1).cloudInit(s -> s.user("ops")), v -> v.node(PVE2), c -> {}))
        .isUndecidedFor("storage of the cloud-init drive of guest 9000");
  }

  @Test
  void bpg_clones_by_number() {
    var plan = cluster("lab", c -> {
      var image = c.template(9000, "image", v -> {});
      c.template(9001, "image", v -> {});
      var app = c.vm(200, "app", v -> v.cloneOf(image));
      c.terraform(t -> t.providers(BPG).guests(app));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void guests_that_terraform_does_not_clone_are_not_looked_at() {
    var plan = cluster("lab", c -> {
      var image = c.template(9000, "image", v -> {});
      c.template(9001, "image", v -> {});
      c.vm(200, "app", v -> v.cloneOf(image));
      var other = c.vm(201, "other", v -> {});
      c.terraform(t -> t.providers(TELMATE).guests(other));
    });

    rule.on(plan).isNotApplicable();
  }
}
