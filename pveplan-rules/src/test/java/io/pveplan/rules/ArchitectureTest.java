package io.pveplan.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.pveplan.rules.fluent.FluentRule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the house rules ask of the main code of this module. */
class ArchitectureTest {

  private static final Path MAIN = main();
  private static final JavaClasses CLASSES = new ClassFileImporter().importPath(MAIN);

  // A type that is not in this list is a decision that nobody took. Builders of a type go with it.
  private static final String PUBLIC_TYPES = """
      io.pveplan.rules: Adjustment DurationText FailLevel Finding FindingDraft Findings Outcome
        Report Rule RuleBook RuleBookDefinitionException RuleBookProblem RuleDescription
        RuleFailedException RuleInfo RulePack RuleParameter RuleResult Severity Undecided
      io.pveplan.rules.automation: AutomationRules
      io.pveplan.rules.backup: BackupRules
      io.pveplan.rules.baseline: Baseline
      io.pveplan.rules.capacity: CapacityRules
      io.pveplan.rules.ceph: CephRules
      io.pveplan.rules.cluster: ClusterRules
      io.pveplan.rules.failure: CephOutcome CrowdedNode DrainPlan DrainRisk DrainStep Failed FailureSweep FailureText Fate
        FencingTimeline FullNode GoalNeed GoalOutcome GuestFate GuestOutage Interruption InterruptionKind MaintenanceRunbook
        NodeLoad NodePart PlannedFailures PoolOutcome Scenario ScenarioKind Shortfall StayingGuest Survival
      io.pveplan.rules.failure.internal.ha: Decision Decision.Kind Demand DropReason EffectiveRules
        HaCluster HaCluster.Scheduler HaNode HaService HaSimulation NodeRule OtherGuest
        PlannedRules RuleConflict ServiceRule Stage Startability Startability.Running
      io.pveplan.rules.failure.report: SurvivalReport
      io.pveplan.rules.fluent: BackupTerms CablingTerms CephTerms ClusterTerms Comparison
        Condition Conditions DeviceTerms Fact FluentRule GuestTerms HaTerms HardwareTerms NetworkTerms Part
        Parts RuleDraft RuleSelection RuleStart RuleSubject SdnTerms StorageTerms Subjects
      io.pveplan.rules.guest: GuestRules
      io.pveplan.rules.ha: HaRules
      io.pveplan.rules.hardware: HardwareRules
      io.pveplan.rules.internal: Csv FileNode FileText JsonText Mistakes PciAllotment
        PciAllotment.Arrival PciAllotment.Lack PoolDemand
      io.pveplan.rules.migration: Blocker BlockerKind GuestBridges GuestMoves Hindered Migratability MigratabilityReport MigrationLink
        MoveCommand MoveRefusedException MoveTime Moves OpenFact PlannedMove PlannedMoves Way
      io.pveplan.rules.network: NetworkRules
      io.pveplan.rules.report: Coverage JsonReport JunitXmlReport KindCoverage MissingFact
        ReportFormat SarifReport TextReport
      io.pveplan.rules.sdn: SdnRules
      io.pveplan.rules.settings: FileSchema Profile ProfileSetting Setting
      io.pveplan.rules.storage: StorageRules
      io.pveplan.rules.testing: GeneratedPlans HealthyPlans PlanChanges ReportedFindings RuleContract RuleVerdict RuleVerifier
      io.pveplan.rules.waiver: WaivedFinding Waiver WaiverDraft WaiverRules Waivers""";

  // Areas do not know each other: what two of them need is a look-up of the resolved plan.
  private static final String DIRECTIONS = """
      io.pveplan.rules.automation: io.pveplan.rules
      io.pveplan.rules.backup: io.pveplan.rules
      io.pveplan.rules.baseline: io.pveplan.rules io.pveplan.rules.internal
        io.pveplan.rules.waiver
      io.pveplan.rules.capacity: io.pveplan.rules io.pveplan.rules.failure io.pveplan.rules.internal
      io.pveplan.rules.ceph: io.pveplan.rules
      io.pveplan.rules.cluster: io.pveplan.rules
      io.pveplan.rules.failure: io.pveplan.rules.failure.internal.ha io.pveplan.rules.migration
      io.pveplan.rules.failure.report: io.pveplan.rules.failure io.pveplan.rules.internal
      io.pveplan.rules.fluent: io.pveplan.rules
      io.pveplan.rules.guest: io.pveplan.rules io.pveplan.rules.internal
        io.pveplan.rules.migration
      io.pveplan.rules.ha: io.pveplan.rules io.pveplan.rules.failure
        io.pveplan.rules.failure.internal.ha io.pveplan.rules.migration
      io.pveplan.rules.hardware: io.pveplan.rules
      io.pveplan.rules.internal: io.pveplan.rules
      io.pveplan.rules.migration: io.pveplan.rules.failure.internal.ha io.pveplan.rules.internal
      io.pveplan.rules.network: io.pveplan.rules
      io.pveplan.rules.report: io.pveplan.rules io.pveplan.rules.internal io.pveplan.rules.settings
        io.pveplan.rules.waiver
      io.pveplan.rules.sdn: io.pveplan.rules
      io.pveplan.rules.settings: io.pveplan.rules
      io.pveplan.rules.storage: io.pveplan.rules io.pveplan.rules.internal
      io.pveplan.rules.testing: io.pveplan.rules io.pveplan.rules.fluent
      io.pveplan.rules.waiver: io.pveplan.rules io.pveplan.rules.internal
      io.pveplan.rules: io.pveplan.rules.baseline io.pveplan.rules.internal
        io.pveplan.rules.report io.pveplan.rules.settings io.pveplan.rules.waiver""";

  private static Path main() {
    try {
      return Path.of(
          RuleBook.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static ModuleDescriptor module() {
    return ModuleFinder.of(MAIN).findAll().iterator().next().descriptor();
  }

  private static Set<String> packages() {
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  private static Map<String, Set<String>> publicTypes() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      String name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
      if (isPublic(type) && !name.endsWith(".Builder")) {
        found.computeIfAbsent(type.getPackageName(), key -> new TreeSet<>()).add(name);
      }
    }
    return found;
  }

  private static Map<String, Set<String>> lists(String text) {
    Map<String, Set<String>> lists = new TreeMap<>();
    for (String line : text.replace("\n  ", " ").split("\n")) {
      String[] words = line.trim().split("[: ]+");
      lists.put(words[0], new TreeSet<>(Arrays.asList(words).subList(1, words.length)));
    }
    return lists;
  }

  @Test
  void public_types_are_the_ones_decided_on() {
    assertThat(publicTypes()).isEqualTo(lists(PUBLIC_TYPES));
  }

  @Test
  void the_module_has_one_prefix_and_knows_its_neighbors_only_as_it_should() {
    classes()
        .should()
        .resideInAPackage("io.pveplan.rules..")
        .andShould()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.pveplan.rules..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..",
            "org.jspecify..",
            "org.snakeyaml.engine..",
            "io.pveplan.model..")
        .check(CLASSES);
  }

  @Test
  void packages_know_only_the_ones_they_should() {
    Set<String> own = packages();
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String other = dependency.getTargetClass().getPackageName();
        if (own.contains(other) && !other.equals(type.getPackageName())) {
          known.computeIfAbsent(type.getPackageName(), key -> new TreeSet<>()).add(other);
        }
      }
    }

    assertThat(known).isEqualTo(lists(DIRECTIONS));
  }

  @Test
  void the_module_is_named_after_its_prefix_and_exports_all_but_internals() {
    Set<String> exported = module().exports().stream()
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> open = packages();
    open.removeIf(name -> (name + ".").contains(".internal."));

    assertThat(module().name()).isEqualTo("io.pveplan.rules");
    assertThat(module().exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
    assertThat(exported).isEqualTo(open);
  }

  @Test
  void nothing_is_null_unless_it_says_so() {
    assertThat(packages()).allSatisfy(name -> {
      JavaPackage found = CLASSES.getPackage(name);
      assertThat(found.isAnnotatedWith(NullMarked.class)).isTrue();
    });
  }

  @Test
  void the_library_is_silent() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .check(CLASSES);
  }

  @Test
  void same_plan_same_bytes() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Date|Calendar|GregorianCalendar|Timer|Random|SplittableRandom|UUID)"
                + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom"
                + "|java\\.time\\.Clock|java\\.net\\..*Socket.*|java\\.net\\.(URL|InetAddress).*"
                + "|java\\.lang\\.(ProcessBuilder|Runtime)")
        .orShould()
        .callMethodWhere(target(owner(nameMatching("java\\.lang\\.System")))
            .and(target(nameMatching(
                "getenv|getProperty|getProperties|currentTimeMillis|nanoTime|identityHashCode"
                    + "|lineSeparator"))))
        .orShould()
        .callMethodWhere(
            target(owner(nameMatching("java\\.time\\..*"))).and(target(nameMatching("now"))))
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  @Test
  void exceptions_have_a_name() {
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
  }

  @Test
  void rules_are_reached_through_their_pack() {
    classes()
        .that()
        .implement(Rule.class)
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .and()
        .areNotAssignableTo(FluentRule.class)
        .should()
        .notBePublic()
        .andShould()
        .beAnnotatedWith(RuleInfo.class)
        .check(CLASSES);
    classes()
        .that()
        .implement(RulePack.class)
        .should()
        .bePublic()
        .andShould()
        .haveSimpleNameEndingWith("Rules")
        .check(CLASSES);
  }

  @Test
  void every_pack_is_found_by_the_service_loader() {
    Set<String> packs = CLASSES.stream()
        .filter(type -> type.isAssignableTo(RulePack.class) && !type.isInterface())
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(module().provides()).singleElement().satisfies(service -> {
      assertThat(service.service()).isEqualTo(RulePack.class.getName());
      assertThat(new TreeSet<>(service.providers())).isEqualTo(packs);
    });
  }
}
