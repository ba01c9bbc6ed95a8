package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.render.Bundle;
import io.pveplan.render.testing.RealPrograms;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of the sample bundles, read by the program that reads it in real life. */
class SampleBundlesAreAcceptedTest {

  private static final Map<String, Supplier<ClusterPlan>> PLANS = Map.of(
      "article-cluster", ArticleCluster::plan,
      "article-as-printed", ArticleAsPrinted::plan,
      "ceph-six-nodes", CephSixNodes::plan,
      "san-cluster", SanCluster::plan,
      "two-nodes-and-qdevice", TwoNodesAndQDevice::plan);

  // By the end of the path; files that only people read have no judge.
  private static final Map<String, Consumer<String>> JUDGES = Map.of(
      "/etc/network/interfaces", RealPrograms::acceptInterfaces,
      "/etc/pve/corosync.conf", RealPrograms::acceptCorosync,
      "/etc/chrony/chrony.conf", RealPrograms::acceptChrony,
      "/etc/multipath.conf", RealPrograms::acceptMultipath,
      ".sh", RealPrograms::acceptShell,
      ".tf", RealPrograms::hclAsJson,
      ".toml", RealPrograms::tomlAsJson,
      "/user-data", RealPrograms::acceptUserData,
      "/network-config", RealPrograms::acceptNetworkConfig,
      "/meta-data", RealPrograms::acceptYaml);

  @TestFactory
  Stream<DynamicTest> each_file_is_accepted() {
    return new TreeMap<>(PLANS)
        .entrySet().stream()
            .flatMap(plan -> Bundle.render(plan.getValue().get()).toMap().entrySet().stream()
                .flatMap(file -> judges(file.getKey())
                    .map(judge -> dynamicTest(
                        plan.getKey() + "/" + file.getKey(),
                        () -> judge.accept(file.getValue())))));
  }

  @TestFactory
  Stream<DynamicTest> terraform_has_nothing_to_format() {
    return new TreeMap<>(PLANS)
        .entrySet().stream()
            .flatMap(plan -> Bundle.render(plan.getValue().get()).toMap().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".tf"))
                .map(file -> dynamicTest(
                    plan.getKey() + "/" + file.getKey(),
                    () -> RealPrograms.acceptHclLayout(file.getValue()))));
  }

  @Test
  void every_judge_has_something_to_judge() {
    assertThat(JUDGES.keySet())
        .allSatisfy(
            end -> assertThat(Bundle.render(ArticleCluster.plan()).toMap().keySet())
                .anyMatch(path -> path.endsWith(end)));
  }

  private static Stream<Consumer<String>> judges(String path) {
    return JUDGES.entrySet().stream()
        .filter(judge -> path.endsWith(judge.getKey()))
        .map(Map.Entry::getValue);
  }
}
