package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Healthy plans with one thing changed, judged by all rules together. Each area has a class of its
 * own with its faults:
 *
 * <pre>{@code
 * class HardwareFaultsTest extends SingleFaults {
 *
 *   Stream<Fault> faults() {
 *     return Stream.of(
 *         fault(
 *             "a node without management controller",
 *             withHardware(threeNodes(), "pve2", it -> it.bmc(Optional.empty())),
 *             "NODE-014[node/pve2]"));
 *   }
 * }
 * }</pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SingleFaults {

  /**
   * A broken plan and all that is said against it.
   *
   * @param name what is broken
   * @param plan the plan
   * @param said keys of the findings, {@code NET-003[corosync/link0]}, and of what can not be
   *     judged, {@code NET-003[corosync/link0] undecided}
   */
  public record Fault(String name, ClusterPlan plan, List<String> said) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** A broken plan and all that is said against it. */
  protected static Fault fault(String name, ClusterPlan plan, String... said) {
    return new Fault(name, plan, List.of(said));
  }

  /** The faults of this area. */
  protected abstract Stream<Fault> faults();

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_fault_is_reported_and_nothing_else(Fault fault) {
    assertOnlyFindings(fault.plan(), fault.said().toArray(String[]::new));
  }

  /** Demands that all rules together say this against a plan, and nothing else. */
  public static void assertOnlyFindings(ClusterPlan plan, String... said) {
    Report report = RuleBook.standard().check(plan);

    assertThat(Stream.concat(
            report.findings().stream().map(Finding::key),
            report.undecided().stream()
                .map(open -> open.ruleId() + "[" + open.subject() + "] undecided")))
        .describedAs(report.toText())
        .containsExactlyInAnyOrder(said);
  }
}
