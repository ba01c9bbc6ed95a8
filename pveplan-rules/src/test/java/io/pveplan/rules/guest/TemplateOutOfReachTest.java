package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.TerraformSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TemplateOutOfReachTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef LOCAL = StorageRef.named("tank");
  private static final StorageRef SHARED = StorageRef.named("nas");

  private final RuleVerifier rule = verify(new TemplateOutOfReach());

  private static ClusterPlan cloning(Consumer<VmSpec> template, Consumer<VmSpec> clone) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var image = c.template(9000, "image", v -> v.with(template));
      c.vm(200, "app", v -> v.cloneOf(image).with(clone));
    });
  }

  @Test
  void a_clone_on_another_node_than_its_local_template_is_reported() {
    rule.on(cloning(v -> v.node(PVE1).disk(LOCAL, gib(8)).disk(SHARED, gib(8)), v -> v.node(PVE2)))
        .reportsExactly("CI-019[guest/200]")
        .withMessageContaining("app on pve2 is a clone of guest 9000, which has volumes on pve1"
            + " only: scsi0 on tank")
        .withRemedyContaining("Put the template on shared storage, make one template per node, or"
            + " clone on the node of the template and move the clone.");
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
        .isUndecidedFor("storage of the cloud-init drive of guest 9000");
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
  void bpg_moves_the_clone_afterwards() {
    rule.on(cloningBy(t -> {})).passes();
    rule.on(cloningBy(t -> t.providers(BPG))).passes();
  }

  @Test
  void telmate_does_not() {
    rule.on(cloningBy(t -> t.providers(TELMATE))).reportsExactly("CI-019[guest/200]");
    rule.on(cloningBy(t -> t.providers(BPG, TELMATE))).reportsExactly("CI-019[guest/200]");
  }

  @Test
  void bpg_is_of_no_help_to_a_clone_it_does_not_make() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var image = c.template(9000, "image", v -> v.node(pve1).disk(pool, gib(8)));
      c.vm(200, "app", v -> v.cloneOf(image).node(pve2));
      var web = c.vm(201, "web", v -> v.cloneOf(image).node(pve2));
      c.terraform(t -> t.providers(BPG).guests(web));
    });

    rule.on(plan).reportsExactly("CI-019[guest/200]");
  }

  @Test
  void a_plan_without_clones_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
