package io.pveplan.rules;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.withEachNode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleContract;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule of the library owes, whatever its area. */
class RuleCatalogTest {

  private static final Map<String, Set<String>> AREAS = Map.ofEntries(
      Map.entry("access", Set.of("SEC")),
      Map.entry("automation", Set.of("TF")),
      Map.entry("backup", Set.of("BCK")),
      Map.entry("capacity", Set.of("CAP")),
      Map.entry("ceph", Set.of("CEPH")),
      Map.entry("cluster", Set.of("CLU")),
      Map.entry("guest", Set.of("GST", "CI", "MIG")),
      Map.entry("ha", Set.of("HA")),
      Map.entry("hardware", Set.of("NODE")),
      Map.entry("network", Set.of("NET")),
      Map.entry("sdn", Set.of("SDN")),
      Map.entry("storage", Set.of("LOC", "SHR")),
      Map.entry("waiver", Set.of("WVR")));

  private static Stream<RulePack> packs() {
    return ServiceLoader.load(RulePack.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(RulePack::name));
  }

  private static Stream<Rule> rules() {
    return packs().flatMap(pack -> pack.rules().stream());
  }

  @Test
  void the_rule_book_holds_the_rules_of_all_packs() {
    assertThat(RuleBook.standard().rules().stream().map(RuleDescription::id))
        .isNotEmpty()
        .containsExactlyElementsOf(
            rules().map(rule -> rule.description().id()).sorted().toList());
  }

  @Test
  void every_rule_is_in_one_pack() {
    Set<Class<?>> seen = new HashSet<>();

    assertThat(rules().map(Rule::getClass).filter(rule -> !seen.add(rule))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_pack_is_named_after_its_package_and_holds_the_rules_of_its_area(RulePack pack) {
    String home = pack.getClass().getPackageName();
    assertThat(home).isEqualTo("io.pveplan.rules." + pack.name());
    assertThat(pack.title()).isNotBlank();
    assertThat(pack.rules()).isNotEmpty().allSatisfy(rule -> {
      assertThat(rule.getClass().getPackageName()).isEqualTo(home);
      String id = rule.description().id();
      assertThat(AREAS.getOrDefault(pack.name(), Set.of()))
          .describedAs("areas of pack %s", pack.name())
          .contains(id.substring(0, id.indexOf('-')));
    });
    assertThat(pack.rules().stream().map(rule -> rule.description().id())).isSorted();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_is_documented_and_hidden_behind_its_pack(Rule rule) {
    RuleContract.of(rule).isDocumented();
    assertThat(Modifier.isPublic(rule.getClass().getModifiers()))
        .describedAs("%s is public", rule.getClass())
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_has_a_test_of_its_name(Rule rule) {
    assertThatCode(() -> Class.forName(rule.getClass().getName() + "Test"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_ends_on_every_plan(Rule rule) {
    ClusterPlan bare = withEachNode(threeNodes(), it -> it.hardware(Optional.empty()));

    RuleContract.of(rule).holdsOn(TestPlans.plan(), threeNodes(), bare);
  }
}
