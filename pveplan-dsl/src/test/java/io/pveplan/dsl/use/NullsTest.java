package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.dsl.BackupSpec;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is null is told by name and with its line, as any other mistake. */
@NullUnmarked
class NullsTest {

  private static Consumer<ClusterSpec> node(Consumer<NodeSpec> block) {
    return c -> c.node("pve1", block);
  }

  private static Consumer<ClusterSpec> vm(Consumer<VmSpec> block) {
    return c -> c.vm(200, "web", block);
  }

  private static Consumer<ClusterSpec> backup(Consumer<BackupSpec> block) {
    return c -> c.backup(block);
  }

  @TestFactory
  List<DynamicTest> a_null_is_named() {
    return Map.<Consumer<ClusterSpec>, String>ofEntries(
            Map.entry(c -> c.node(null, n -> {}), "name"),
            Map.entry(c -> c.node("pve1", null), "block"),
            Map.entry(c -> c.network(null, n -> {}), "name"),
            Map.entry(c -> c.network("x", (String) null, n -> {}), "subnet"),
            Map.entry(c -> c.mustSurvive(1, null), "kind"),
            Map.entry(c -> c.circuit(null), "name"),
            Map.entry(c -> c.circuit("a", null), "ups"),
            Map.entry(c -> c.rack(null, "room"), "name"),
            Map.entry(c -> c.rack("r1", null), "room"),
            Map.entry(c -> c.ethernetSwitch(null, s -> {}), "name"),
            Map.entry(c -> c.ethernetSwitch("sw1", s -> s.ports(null, 1, 2, p -> {})), "prefix"),
            Map.entry(node(n -> n.cable(null, SwitchRef.named("sw1").port(1))), "nic"),
            Map.entry(node(n -> n.cable("eno1", null)), "port"),
            Map.entry(c -> c.storageServer(null, s -> {}), "name"),
            Map.entry(c -> c.storage(dir(null, "/srv"), s -> {}), "id"),
            Map.entry(c -> c.cephPool(null, p -> {}), "name"),
            Map.entry(c -> c.vm(200, null, v -> {}), "name"),
            Map.entry(c -> c.evpnController(null, 1, null), "id"),
            Map.entry(c -> c.zone(simple(null), z -> {}), "id"),
            Map.entry(c -> c.vnet(null, null, b -> {}), "id"),
            Map.entry(node(n -> n.nic(null)), "name"),
            Map.entry(node(n -> n.nic("eno1", b -> b.mac(null))), "mac"),
            Map.entry(node(n -> n.bridge(null, b -> {})), "name"),
            Map.entry(node(n -> n.bridge("vmbr0", b -> b.over((String) null))), "ports"),
            Map.entry(node(n -> n.vlan(null)), "name"),
            Map.entry(vm(v -> v.node((NodeRef) null)), "node"),
            Map.entry(vm(v -> v.memory(null)), "memory"),
            Map.entry(vm(v -> v.tags((String) null)), "tags"),
            Map.entry(vm(v -> v.nic((String) null)), "bridge"),
            Map.entry(vm(v -> v.iso(StorageRef.named("local"), null)), "file"),
            Map.entry(vm(v -> v.cloudInit(s -> s.address(0, null))), "address"),
            Map.entry(backup(b -> b.server(null, "10.0.0.1")), "name"),
            Map.entry(backup(b -> b.server("pbs", null)), "address"),
            Map.entry(backup(b -> b.job(null, "02:30", StorageRef.named("a"), p -> {})), "id"))
        .entrySet()
        .stream()
        .map(call -> DynamicTest.dynamicTest(
            call.getValue(),
            () -> assertThat(Refused.exception(call.getKey()).problems())
                .extracting(PlanProblem::message)
                .containsExactly(
                    call.getValue() + " is null; the rest of this block was not read")))
        .toList();
  }

  @Test
  void a_missing_storage_is_told_with_its_line_and_hides_nothing() {
    assertThat(Refused.exception(c -> {
          c.node("pve1", n -> {});
          c.vm(99, "x", v -> {});
          c.vm(100, "y", v -> v.disk(null, gib(10)));
          c.vm(98, "z", v -> {});
        }))
        .hasMessage("""
            the plan can not exist, 3 problems:
              guest/99: 99 is not a VMID [GST-001]  (NullsTest.java:99)
                  Use a number from 100 to 999999999.
              guest/100: storage is null; the rest of this block was not read  (NullsTest.java:100)
                  Pass what is meant, or leave out the call.
              guest/98: 98 is not a VMID [GST-001]  (NullsTest.java:101)
                  Use a number from 100 to 999999999.""");
  }

  @Test
  void a_null_of_user_code_is_its_own_failure() {
    String none = null;
    assertThat(catchThrowableOfType(
            NullPointerException.class,
            () -> cluster("prod", c -> c.vm(none.length(), "x", v -> {}))))
        .isNotNull();
  }

  @Test
  void a_refusal_that_was_serialized_has_its_message_and_no_problems()
      throws IOException, ClassNotFoundException {
    PlanDefinitionException refused = new PlanDefinitionException(List.of(new PlanProblem(
        PlanPath.of("cluster"), "it is so", "Do so.", Optional.empty(), Optional.empty())));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(refused);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PlanDefinitionException read = (PlanDefinitionException) in.readObject();

      assertThat(read).hasMessage(refused.getMessage());
      assertThat(read.problems()).isEmpty();
    }
  }
}
