package io.pveplan.render;

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
      io.pveplan.render: Artifact Bundle FileMode Gap GuestNames PlanRenderer PlannedItem Procedure
        Renderer Renderers Rendering Step Target Target.Kind TerraformShare
      io.pveplan.render.automation: InstallationRenderer TerraformRenderer
      io.pveplan.render.ceph: CephRenderer
      io.pveplan.render.cluster: ClusterRenderer DatacenterRenderer HostRenderer PackagesRenderer
      io.pveplan.render.guest: CloudInitDocuments CloudInitRenderer GuestsRenderer ImagesRenderer SnippetsRenderer
      io.pveplan.render.ha: HaRenderer
      io.pveplan.render.hardware: CablingRenderer DeviceMappingRenderer
      io.pveplan.render.network: AddressPlanRenderer InterfacesRenderer NetworkApplyRenderer NicNamesRenderer
      io.pveplan.render.storage: IscsiRenderer LocalPoolsRenderer ReplicationRenderer StorageNeeds StorageRenderer
      io.pveplan.render.testing: Golden RendererContract
      io.pveplan.render.text: Command CorosyncConfig Csv HclBlock HclBody HclFile HclGroup HclObject HclReference HclSink
        HclValue InterfacesFile Markdown Phrase Section SectionConfig ShellScript Stanza
        Stanza.Family Stanza.Method TomlTable WordLines Yaml YamlList YamlMap YamlValue""";

  // The writers know no renderer, and renderers know their writers.
  private static final String DIRECTIONS = """
      io.pveplan.render: io.pveplan.render.text
      io.pveplan.render.automation: io.pveplan.render io.pveplan.render.guest io.pveplan.render.storage io.pveplan.render.text
      io.pveplan.render.ceph: io.pveplan.render io.pveplan.render.text
      io.pveplan.render.cluster: io.pveplan.render io.pveplan.render.text
      io.pveplan.render.guest: io.pveplan.render io.pveplan.render.text
      io.pveplan.render.ha: io.pveplan.render io.pveplan.render.text
      io.pveplan.render.hardware: io.pveplan.render io.pveplan.render.text
      io.pveplan.render.network: io.pveplan.render io.pveplan.render.text
      io.pveplan.render.storage: io.pveplan.render io.pveplan.render.text
      io.pveplan.render.testing: io.pveplan.render""";

  private static Path main() {
    try {
      return Path.of(
          Bundle.class.getProtectionDomain().getCodeSource().getLocation().toURI());
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
        .resideInAPackage("io.pveplan.render..")
        .andShould()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.pveplan.render..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..",
            "org.jspecify..",
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

    assertThat(module().name()).isEqualTo("io.pveplan.render");
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
    // The kit for tests asks the environment whether to write what it compares.
    noClasses()
        .that()
        .resideOutsideOfPackage("..testing..")
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
  void every_public_renderer_is_found_by_the_service_loader() {
    Set<String> renderers = CLASSES.stream()
        .filter(
            type -> type.isAssignableTo(Renderer.class) && !type.isInterface() && isPublic(type))
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(module().provides()).singleElement().satisfies(service -> {
      assertThat(service.service()).isEqualTo(Renderer.class.getName());
      assertThat(new TreeSet<>(service.providers())).isEqualTo(renderers);
    });
  }
}
