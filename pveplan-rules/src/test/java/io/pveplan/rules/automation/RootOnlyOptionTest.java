package io.pveplan.rules.automation;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ContainerSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RootOnlyOptionTest {

  private static final NodeRef NODE = NodeRef.named("pve1");
  private static final StorageRef LOCAL = StorageRef.named("local-zfs");

  private final RuleVerifier rule = verify(new RootOnlyOption());

  private static ClusterPlan container(Consumer<ContainerSpec> block) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.storage(zfs("local-zfs", "rpool/data"), s -> {});
      var guest = c.container(
          300,
          "files",
          containerTemplate(StorageRef.named("local"), "debian-13-standard.tar.zst"),
          LOCAL,
          gib(8),
          t -> t.node(NODE).cores(1).with(block));
      c.terraform(t -> t.guests(guest));
    });
  }

  @Test
  void a_container_with_directories_devices_and_features_of_the_node_is_reported() {
    rule.on(container(t -> t.bindMount("/srv", "/tank/files", p -> {})
            .device("/dev/dri/renderD128", p -> {})
            .features(s -> s.nesting().keyctl())))
        .reportsExactly("TF-002[guest/300]")
        .withMessageContaining("Terraform makes guest 300 with feature nesting, feature keyctl,"
            + " device /dev/dri/renderD128, directory /tank/files, which an API token may not set")
        .withRemedyContaining("have a script make the guest");
  }

  @Test
  void nesting_of_a_privileged_container_is_reported() {
    rule.on(container(t -> t.privileged().features(s -> s.nesting())))
        .reportsExactly("TF-002[guest/300]");
  }

  @Test
  void nesting_alone_and_volumes_pass() {
    rule.on(container(t -> t.features(s -> s.nesting()).mountPoint("/srv", LOCAL, gib(8), p -> {})))
        .passes();
  }

  @Test
  void a_container_of_the_scripts_is_not_looked_at() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.storage(zfs("local-zfs", "rpool/data"), s -> {});
      c.container(
          300,
          "files",
          containerTemplate(StorageRef.named("local"), "debian-13-standard.tar.zst"),
          LOCAL,
          gib(8),
          t -> t.node(NODE).features(s -> s.fuse()));
      c.terraform(t -> t.withoutGuests());
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_machine_with_a_device_of_its_node_is_left_to_a_script() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      var gpu = c.pciMapping("gpu", m -> m.device(NODE, "0000:41:00.0", "10de:2204"));
      c.vm(100, "raw", v -> v.node(NODE).hardware(h -> h.hostPci("0000:41:00.0")));
      c.vm(101, "mapped", v -> v.node(NODE).hardware(h -> h.device(gpu)));
      c.terraform(t -> {});
    });

    rule.on(plan).isNotApplicable();
  }
}
