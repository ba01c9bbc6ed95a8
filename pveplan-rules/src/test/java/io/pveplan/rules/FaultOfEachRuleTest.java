package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of each rule that the service loader finds there is a single fault that it reports. */
class FaultOfEachRuleTest {

  private static final String OF_WAIVERS = "waivers are in the rule book, and not in a plan";
  // Why there is none, by ID.
  private static final Map<String, String> WITHOUT_FAULT = Map.of(
      "WVR-001", OF_WAIVERS,
      "WVR-002", OF_WAIVERS,
      "WVR-003", OF_WAIVERS,
      "WVR-004", OF_WAIVERS);

  @Test
  void each_rule_reports_a_single_fault() throws ReflectiveOperationException {
    TreeSet<String> silent = new TreeSet<>();
    RulesPage.rules().forEach(rule -> silent.add(rule.id()));
    assertThat(silent).hasSizeGreaterThan(260);

    for (SingleFaults area : areas().values()) {
      area.faults()
          .flatMap(fault -> fault.said().stream())
          .filter(said -> !said.endsWith(" undecided"))
          .forEach(said -> silent.remove(said.substring(0, said.indexOf('['))));
    }

    assertThat(silent).isEqualTo(new TreeSet<>(WITHOUT_FAULT.keySet()));
  }

  @Test
  void the_areas_are_found() throws ReflectiveOperationException {
    assertThat(areas().keySet())
        .isEqualTo(new TreeSet<>(List.of(
            "AutomationFaultsTest",
            "BackupFaultsTest",
            "CapacityFaultsTest",
            "CephFaultsTest",
            "ClusterFaultsTest",
            "GuestFaultsTest",
            "HaFaultsTest",
            "HardwareFaultsTest",
            "NetworkFaultsTest",
            "SdnFaultsTest",
            "StorageFaultsTest")));
  }

  private static Map<String, SingleFaults> areas() throws ReflectiveOperationException {
    Map<String, SingleFaults> areas = new TreeMap<>();
    ClassFileImporter faults =
        new ClassFileImporter().withImportOption(place -> place.contains("FaultsTest.class"));
    for (JavaClass each : faults.importPackages("io.pveplan.rules")) {
      if (each.isAssignableTo(SingleFaults.class)
          && !each.getModifiers().contains(JavaModifier.ABSTRACT)) {
        Constructor<?> constructor = each.reflect().getDeclaredConstructor();
        constructor.setAccessible(true);
        areas.put(each.getSimpleName(), (SingleFaults) constructor.newInstance());
      }
    }
    return areas;
  }
}
