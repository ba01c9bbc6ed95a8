package io.pveplan.dsl;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
      io.pveplan.dsl: BackupSpec BackupSpec.JobSpec Bonding BridgeSpec CableSpec CephFsSpec CephPoolSpec
        CephPoolSpec.ErasureCodeSpec CephSpec CrushRuleRef CrushRuleSpec DiskSpec OsdSpec
        CircuitRef CloudInitSpec CloudInitSpec.AccountSpec CloudInitSpec.FileSpec ClusterSpec ContainerDeviceSpec ContainerProfile ContainerSpec ContainerTemplate ControllerRef
        CorosyncSpec DatacenterSpec DatacenterSpec.AutoRebalanceSpec DatacenterSpec.LimitsSpec
        DatacenterSpec.SchedulingSpec DatacenterSpec.TagStyleSpec EveryNodeSpec FeaturesSpec GuestNicSpec GuestRef HaSpec HaSpec.NodeAffinitySpec
        HaSpec.ResourceAffinitySpec HaSpec.ResourceSpec HardwareSpec HardwareSpec.CpuSpec HardwareSpec.DiskSpec LunSpec MappingRef MappingSpec MappingSpec.Directory MappingSpec.Pci MappingSpec.PciDevice MappingSpec.Usb MigrationNetworkSpec MigrationSpec MountPointSpec
        NetworkAddress NetworkRef NetworkSpec NicSpec NodeRef NodeSpec OpenIscsiSpec OvsIntPortSpec PortOptions Pveplan QDeviceSpec RackRef ReplicationSpec RetentionSpec
        StorageRef StorageServerSpec StorageSpec StorageSpec.Btrfs StorageSpec.CephFs StorageSpec.Cifs
        StorageSpec.Dir StorageSpec.Esxi StorageSpec.Iscsi StorageSpec.IscsiDirect StorageSpec.Lvm
        StorageSpec.LvmThin StorageSpec.Nfs StorageSpec.Pbs StorageSpec.Rbd StorageSpec.Zfs
        StorageSpec.ZfsOverIscsi StartupSpec StorageType SwitchPortRef SwitchRef
        SwitchSpec SwitchSpec.PortsSpec SystemDisksSpec TerraformSpec
        VlanOption VlanSpec VmHardwareSpec VmHardwareSpec.EfiDiskSpec VmProfile VmSpec VmidRange VnetRef VnetSpec VnetSpec.SubnetSpec ZfsPoolSpec ZoneRef
        ZoneSpec ZoneSpec.Evpn ZoneSpec.Plain ZoneType""";

  private static Path main() {
    try {
      return Path.of(
          Pveplan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
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

  @Test
  void public_types_are_the_ones_decided_on() {
    Map<String, Set<String>> decided = new TreeMap<>();
    for (String line : PUBLIC_TYPES.replace("\n  ", " ").split("\n")) {
      String[] words = line.trim().split("[: ]+");
      decided.put(words[0], new TreeSet<>(Arrays.asList(words).subList(1, words.length)));
    }

    assertThat(publicTypes()).isEqualTo(decided);
  }

  @Test
  void the_module_has_one_prefix_and_knows_its_neighbors_only_as_it_should() {
    classes()
        .should()
        .resideInAPackage("io.pveplan.dsl..")
        .andShould()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.pveplan.dsl..", "org.jspecify..", "io.pveplan.model..")
        .check(CLASSES);
  }

  @Test
  void the_module_is_named_after_its_prefix_and_exports_all_but_internals() {
    Set<String> exported = module().exports().stream()
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> open = packages();
    open.removeIf(name -> (name + ".").contains(".internal."));

    assertThat(module().name()).isEqualTo("io.pveplan.dsl");
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
  void the_suffix_tells_what_a_type_is() {
    classes()
        .that()
        .areAssignableTo(Scope.class)
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveFullyQualifiedName(Scope.class.getName())
        .should()
        .haveSimpleNameEndingWith("Spec")
        .check(CLASSES);
    classes().that().haveSimpleNameEndingWith("Ref").should().beRecords().check(CLASSES);
  }

  // javac calls a lambda ambiguous between two overloads that differ in the functional interface.
  @Test
  void overloads_differ_in_more_than_their_lambda() {
    for (JavaClass type : CLASSES) {
      List<String> shapes = type.getMethods().stream()
          .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
          .filter(method ->
              method.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isFunctional))
          .map(method -> method.getName()
              + method.getRawParameterTypes().stream()
                  .map(it -> isFunctional(it) ? "lambda" : it.getName())
                  .toList())
          .toList();

      assertThat(shapes).doesNotHaveDuplicates();
    }
  }

  private static boolean isFunctional(JavaClass type) {
    return type.getPackageName().equals("java.util.function");
  }

  @Test
  void a_block_takes_a_consumer_of_its_scope_or_of_anything_above() {
    for (JavaClass type : CLASSES) {
      type.getMethods().stream()
          .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .flatMap(method -> method.getParameterTypes().stream())
          .map(JavaType::getName)
          .filter(name -> name.startsWith("java.util.function.Consumer"))
          .forEach(name -> assertThat(name).startsWith("java.util.function.Consumer<? super "));
    }
  }
}
