package io.pveplan.model;

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
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.ha.Affinity;
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
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the house rules ask of the main code of this module. */
class ArchitectureTest {

  private static final Path MAIN = main();
  private static final JavaClasses CLASSES = new ClassFileImporter().importPath(MAIN);

  // A type that is not in this list is a decision that nobody took. Builders of a type go with it.
  private static final String PUBLIC_TYPES = """
      io.pveplan.model: ClusterPlan Declared FilledValue InvalidValueException NameFormat Origin
        PlanDefinitionException PlanIntegrity PlanPath PlanProblem ProductVersion ResolvedPlan
        Traffic Visible
      io.pveplan.model.access: SecretReference SecretReference.Kind
      io.pveplan.model.automation: BpgVersion Installation Keyboard Terraform TerraformGuests TerraformPart TerraformProvider TerraformRefusal
      io.pveplan.model.backup: Backup BackupJob BackupMode BackupServer HostBackup HostRestore
        Retention
      io.pveplan.model.ceph: AutoscaleMode Ceph CephFileSystem CephLayout CephPool CephRelease
        CephRepository ClassCapacity CrushDomains CrushDomains.Share CrushRule ErasureCode
        FailureDomain MetadataServer MonitorAddress Osd PlacedOsd PlacedPool PlacedPool.Kind
        PoolApplication
      io.pveplan.model.cluster: AutoRebalance BandwidthLimits ConsoleViewer Corosync CorosyncLink
        Datacenter FailureKind MigrationSettings MigrationType NextIds PackageRepository QDevice Quorum
        RebalanceMethod Scheduling SchedulingMode ShutdownPolicy SurvivalGoal TagColor TagOrdering TagShape TagStyle UserTagAccess UserTags
      io.pveplan.model.guest: Bios Checksum Clone CloneSurplus CloudInit CloudInitAccount CloudInitCommand CloudInitFile Container ContainerDevice ContainerFeatures Contents CpuType DiskAio DiskCache EfiDisk EfiType Guest GuestDevice GuestDisk GuestNic
        GuestVolume GuestVolume.Kind HiddenSettings Image IpConfig Ipv6Source Migration MountPoint MoveLine NicModel OsType Placement ScsiController
        Startup StoredContent TpmState TpmVersion VgaType
        Vm Vmid Volume WholeVm
      io.pveplan.model.ha: Affinity Ha HaResource HaState NodeAffinity NodePriority
        ResourceAffinity
      io.pveplan.model.hardware: Bmc BmcKind Cable Circuit Cpu CpuBaseline CpuGeneration CpuLevel CpuVendor Disk DiskController DiskFilter
        DiskKind
                DeviceKind DeviceMapping DeviceNames Hardware HostMemory MappedDevice Node NodeRole PowerFeeds PowerSupply Rack Switch SwitchPorts SystemDisks SystemFilesystem
        SystemRaid TimeSync
      io.pveplan.model.internal: Faults PlanStyle Ranges
      io.pveplan.model.json: PlanFormat
      io.pveplan.model.network: AddressBook AddressKind AddressRange AddressUse Bond BondMode Bridge BridgePort HashPolicy HostAddress
        InstallPort InterfaceAddress IpAddress LacpRate MacAddress Mtu Network NetworkPath NetworkUse Nic
        NodeInterface OvsIntPort Paths ReservedRange Segment SharedPart SharedPart.Kind Subnet SwitchPort Topology VirtualAddress Vlan VlanProtocol VlanRange VlanTag
      io.pveplan.model.sdn: EvpnController EvpnZone QinqZone Sdn SdnSubnet SimpleZone VlanZone
        Vnet VxlanZone Zone
      io.pveplan.model.storage: BackupStorage BtrfsStorage CephFsStorage CifsStorage ContentType CopyStreams DirStorage DiskFormat
        EsxiStorage FileStorage IscsiDirectStorage IscsiLuns IscsiPath IscsiPaths IscsiPaths.Pair IscsiProvider
        IscsiStorage LocalPools Lun LunId LvmStorage LvmThinCapacity LvmThinPool LvmThinStorage
        NfsRecovery NfsStorage NfsVersion Obstacle OpenIscsi PbsStorage Portal Preallocation
        RbdStorage ReplicationJob ReplicationRemoval ReplicationRun SessionStartup SmbVersion
        Storage StorageReach StorageServer VolumeFormats ZfsCapacity ZfsCompression ZfsOverIscsiStorage ZfsPool
        ZfsPoolStorage ZfsRaid
      io.pveplan.model.time: CalendarEvent
      io.pveplan.model.unit: DataRate DataSize Length""";

  private static Path main() {
    try {
      return Path.of(
          ClusterPlan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
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
        .resideInAPackage("io.pveplan.model..")
        .andShould()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.pveplan.model..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..",
            "org.jspecify..",
            "inet.ipaddr..",
            "org.immutables.value..",
            "org.snakeyaml.engine..")
        .check(CLASSES);
  }

  @Test
  void values_know_no_subject_and_only_the_reader_knows_the_written_form() {
    classes()
        .that()
        .resideInAnyPackage(
            "io.pveplan.model.internal", "io.pveplan.model.time", "io.pveplan.model.unit")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..",
            "org.jspecify..",
            "org.immutables..",
            "inet.ipaddr..",
            "io.pveplan.model",
            "io.pveplan.model.internal",
            "io.pveplan.model.time",
            "io.pveplan.model.unit")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.pveplan.model.json")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.pveplan.model.json")
        .check(CLASSES);
  }

  @Test
  void the_module_is_named_after_its_prefix_and_exports_all_but_internals() {
    Set<String> exported = module().exports().stream()
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> open = packages();
    open.removeIf(name -> (name + ".").contains(".internal."));

    assertThat(module().name()).isEqualTo("io.pveplan.model");
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
  void generated_types_stay_inside() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameStartingWith("Immutable")
        .should()
        .notBePublic()
        .check(CLASSES);
    for (JavaClass type : CLASSES) {
      if (!isPublic(type) || type.getName().contains(".internal.")) {
        continue;
      }
      type.getMethods().stream()
          .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
          .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .forEach(method -> {
            assertThat(method.getRawReturnType().getSimpleName()).doesNotStartWith("Immutable");
            assertThat(method.getRawParameterTypes())
                .extracting(JavaClass::getSimpleName)
                .noneMatch(name -> name.startsWith("Immutable"));
          });
    }
  }

  // A plan may import the constants of all four statically.
  @Test
  void constants_that_are_imported_statically_have_names_of_their_own() {
    List<String> names = Stream.of(
            Traffic.values(), ProductVersion.values(), Affinity.values(), FailureKind.values())
        .flatMap(Arrays::stream)
        .map(Enum::name)
        .toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void every_declared_part_tells_its_line() {
    classes()
        .that()
        .areInterfaces()
        .and()
        .haveNameNotMatching(".*(\\$.*|package-info|FileStorage|BackupStorage)")
        .and()
        .resideOutsideOfPackage("..internal..")
        .and()
        .areNotAnnotations()
        .should()
        .beAssignableTo(Declared.class)
        .check(CLASSES);
  }
}
