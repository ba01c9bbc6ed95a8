package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ContainerSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.failure.internal.ha.Demand;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HaFactsTest {

  private static final long MEMORY = gib(1).bytes();

  @Test
  void the_scheduler_counts_a_container_with_its_limit_before_its_cores() {
    assertThat(HaFacts.demand(container(t -> t.cores(4).cpuLimit(1.5))))
        .isEqualTo(new Demand(1.5, MEMORY));
    assertThat(HaFacts.demand(container(t -> t.cores(4).cpuLimit(0))))
        .isEqualTo(new Demand(4, MEMORY));
    assertThat(HaFacts.demand(container(t -> {}))).isEqualTo(new Demand(0, MEMORY));
  }

  @Test
  void the_scheduler_counts_a_machine_with_its_cores_whatever_its_limit() {
    var plan = cluster(
        "lab", c -> c.vm(100, "db", v -> v.cores(4).sockets(2).cpuLimit(1.5).memory(gib(1))));

    assertThat(HaFacts.demand(plan.guests().get(0))).isEqualTo(new Demand(8, MEMORY));
  }

  private static Guest container(Consumer<ContainerSpec> more) {
    var plan = cluster("lab", c -> {
      StorageRef nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.container(100, "dns", containerTemplate(nas, "a.tar.zst"), nas, gib(8), t -> {
        t.memory(gib(1));
        more.accept(t);
      });
    });
    return plan.guests().get(0);
  }
}
