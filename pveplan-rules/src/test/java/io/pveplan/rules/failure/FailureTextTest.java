package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTextTest {

  private final FailureText text =
      FailureText.of(ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {}))));

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "NODE,pve1,node pve1 fails",
    "SWITCH,sw1,switch sw1 fails",
    "UPS,ups-a,UPS ups-a fails",
    "STORAGE_SERVER,san1,storage server san1 fails",
    "BACKUP_SERVER,10.0.0.6,backup server 10.0.0.6 fails",
    "NIC,pve1 eno1,NIC eno1 of pve1 fails",
    "BOND,pve1 bond0,all NICs of bond bond0 of pve1 fail",
    "DISK,pve1 /dev/sda,disk /dev/sda of pve1 fails",
    "POOL,pve1 tank,ZFS pool tank of pve1 loses too many disks",
    "OSDS,pve1 /dev/sda+pve2 /dev/sda,OSDs /dev/sda of pve1 and /dev/sda of pve2 fail",
    "PORTAL,san1 10.0.0.5,address 10.0.0.5 of san1 fails",
    "PORTAL,10.0.0.5,address 10.0.0.5 fails",
    "QDEVICE,qnetd,the host of the QDevice fails",
    "PARTITION,a,room a does not hear the others",
    "DRAIN,pve1,node pve1 is emptied for maintenance",
  })
  void an_event_reads_as_it_happens(ScenarioKind kind, String name, String expected) {
    assertThat(text.event(new Scenario(kind, name, Failed.NOTHING))).isEqualTo(expected);
  }

  @Test
  void one_node_is_one_beside_another_thing() {
    Failed node = Failed.NOTHING.withNodes(List.of("pve1"));
    Failed nodes = Failed.NOTHING.withNodes(List.of("pve1", "pve2"));

    assertThat(Stream.of(
                new Scenario(ScenarioKind.NODE_AND_QDEVICE, "pve1+qnetd", node.withQDevice(), 2),
                new Scenario(ScenarioKind.NODE_AND_QDEVICE, "n+qnetd", nodes.withQDevice(), 3),
                new Scenario(
                    ScenarioKind.NODE_AND_BACKUP_SERVER,
                    "pve1+pbs1",
                    node.withBackupServers(List.of("pbs1")),
                    2))
            .map(text::event))
        .containsExactly(
            "node pve1 and the host of the QDevice fail",
            "nodes pve1 and pve2 and the host of the QDevice fail",
            "node pve1 and backup server pbs1 fail");
  }

  @Test
  void sets_of_nodes_are_named() {
    assertThat(text.event(Scenario.ofNodes(List.of("pve1", "pve2", "pve3"))))
        .isEqualTo("nodes pve1, pve2 and pve3 fail");
  }

  @ParameterizedTest
  @CsvSource({"0,0s", "59,59s", "60,1min", "225,3min 45s", "3600,1h", "90061,1d 1h 1min 1s"})
  void times_are_told_to_the_second(long seconds, String expected) {
    assertThat(FailureText.time(Duration.ofSeconds(seconds))).isEqualTo(expected);
  }
}
