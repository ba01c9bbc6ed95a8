package io.pveplan.rules.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The parts of SARIF 2.1.0 that a report needs, under the names of the standard. */
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

  record Run(
      Tool tool,
      List<Invocation> invocations,
      SortedMap<String, ArtifactBase> originalUriBaseIds,
      String columnKind,
      List<Result> results,
      RunProperties properties) {}

  record RunProperties(RuleCounts rules, CoverageCounts coverage) {}

  record RuleCounts(int findings, int undecided, int accepted, int passed, int notApplicable) {}

  record CoverageCounts(int parts, int lookedAt, int withinOthers, int notLookedAt) {}

  record Tool(ToolComponent driver) {}

  @JsonInclude(Include.NON_EMPTY)
  record ToolComponent(
      String name,
      MultiformatMessage shortDescription,
      String language,
      List<ReportingDescriptor> notifications,
      @JsonInclude(Include.ALWAYS) List<ReportingDescriptor> rules) {}

  @JsonInclude(Include.NON_ABSENT)
  record ReportingDescriptor(
      String id,
      MultiformatMessage shortDescription,
      Optional<MultiformatMessage> fullDescription,
      Optional<MultiformatMessage> help,
      ReportingConfiguration defaultConfiguration,
      Optional<RuleProperties> properties) {}

  @JsonInclude(Include.NON_EMPTY)
  record RuleProperties(
      List<String> tags,
      @JsonProperty("problem.severity") String problemSeverity,
      String remedy,
      List<String> sources,
      String since) {}

  record ReportingConfiguration(String level) {}

  @JsonInclude(Include.NON_ABSENT)
  record MultiformatMessage(String text, Optional<String> markdown) {}

  record Message(String text) {}

  record Invocation(
      boolean executionSuccessful,
      List<ConfigurationOverride> ruleConfigurationOverrides,
      List<Notification> toolExecutionNotifications,
      List<Notification> toolConfigurationNotifications) {}

  record ConfigurationOverride(
      ReportingDescriptorReference descriptor, ReportingConfiguration configuration) {}

  @JsonInclude(Include.NON_ABSENT)
  record ReportingDescriptorReference(String id, Optional<Integer> index) {}

  @JsonInclude(Include.NON_EMPTY)
  record Notification(
      ReportingDescriptorReference descriptor,
      ReportingDescriptorReference associatedRule,
      String level,
      Message message,
      List<Location> locations) {}

  record ArtifactBase(Message description) {}

  record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Message message,
      List<Location> locations,
      SortedMap<String, String> partialFingerprints,
      List<Suppression> suppressions,
      ResultProperties properties) {}

  @JsonInclude(Include.NON_ABSENT)
  record Location(
      Optional<PhysicalLocation> physicalLocation, List<LogicalLocation> logicalLocations) {}

  record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

  record ArtifactLocation(String uri, String uriBaseId) {}

  record Region(int startLine) {}

  record LogicalLocation(String name, String fullyQualifiedName, String kind) {}

  record Suppression(String kind, String status, String justification) {}

  record ResultProperties(String key, String remedy, Map<String, Object> evidence) {}
}
