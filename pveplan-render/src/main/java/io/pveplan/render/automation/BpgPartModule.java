package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclBody;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A root module of bpg/proxmox for parts of the cluster. Each of its files belongs to the step of
 * what it makes; in one of these steps Terraform applies all of them.
 */
final class BpgPartModule {

  private final String folder;
  private final Step applied;
  private final List<BpgResource> resources;
  private final List<Artifact> artifacts = new ArrayList<>();

  /**
   * A module without files.
   *
   * @param applied the step in which it is applied
   * @param resources what it makes, at least one
   */
  BpgPartModule(String folder, Step applied, List<BpgResource> resources) {
    this.folder = folder;
    this.applied = applied;
    this.resources = List.copyOf(resources);
  }

  /**
   * The last step of what the resources make up to some other, or else the first; never before the
   * nodes are one cluster, whose interfaces are the first that Terraform makes.
   */
  static Step lastUntil(Step end, List<BpgResource> resources) {
    Step last = resources.stream()
        .map(BpgResource::step)
        .filter(step -> step.compareTo(end) <= 0)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> first(resources));
    return last.compareTo(Step.DATACENTER) < 0 ? Step.DATACENTER : last;
  }

  /** The first step of what the resources make. */
  static Step first(List<BpgResource> resources) {
    return resources.stream()
        .map(BpgResource::step)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Its files.
   *
   * @param secrets variables besides those of the provider
   * @param needs what has to be there when it is applied, as phrases
   * @param checks commands for nodes that show whether it is
   * @param undo what its removal does
   */
  List<Artifact> artifacts(
      ResolvedPlan plan,
      List<HclBlock> secrets,
      List<String> needs,
      List<String> checks,
      String undo) {
    BpgModule provider = new BpgModule(plan);
    Procedure procedure = procedure(needs, checks, undo);
    HclBody variables = provider.variables(false);
    for (HclBlock secret : secrets) {
      variables = variables.block(secret);
    }
    add("versions", applied, provider.versions(), procedure);
    add("providers", applied, provider.provider(false), procedure);
    add("variables", applied, variables, procedure);
    Map<String, List<BpgResource>> topics = new LinkedHashMap<>();
    resources.forEach(
        it -> topics.computeIfAbsent(it.topic(), key -> new ArrayList<>()).add(it));
    topics.forEach((topic, ofTopic) -> topic(topic, ofTopic, procedure));
    if (ModuleFiles.imports(plan)) {
      add("imports", applied, imports(), procedure);
    }
    add("outputs", applied, outputs(topics), procedure);
    artifacts.add(file("terraform.tfvars.example", applied, provider.example(false, secrets))
        .with(procedure));
    return List.copyOf(artifacts);
  }

  private void topic(String name, List<BpgResource> ofTopic, Procedure procedure) {
    HclBody body = HclBody.empty();
    List<PlanPath> covers = new ArrayList<>();
    for (BpgResource resource : ofTopic) {
      body = body.block(resource.block());
      covers.addAll(resource.covers());
    }
    Step step = ofTopic.get(0).step();
    artifacts.add(file(name + ".tf", step, body)
        .covers(covers)
        .with(step == applied ? procedure : elsewhere(step)));
  }

  private void add(String name, Step step, HclBody body, Procedure procedure) {
    artifacts.add(file(name + ".tf", step, body).with(procedure));
  }

  private Artifact file(String name, Step step, HclBody body) {
    return Artifact.file(Target.workstation(), folder + "/" + name, step, body.text());
  }

  private Procedure elsewhere(Step step) {
    String when = step.compareTo(applied) < 0
        ? "nothing yet: Terraform makes"
        : "nothing any more: Terraform made";
    return Procedure.repeatable()
        .needs(when + " this in step " + applied.number() + ", with the rest of " + folder);
  }

  private Procedure procedure(List<String> needs, List<String> checks, String undo) {
    String terraform = "terraform -chdir=" + folder + " ";
    List<String> all = new ArrayList<>();
    all.add("Terraform " + ModuleFiles.TERRAFORM + " or OpenTofu as new");
    all.add(BpgModule.TOKEN);
    all.addAll(needs);
    return Procedure.repeatable()
        .needs(String.join("; ", all))
        .checkBefore(
            onNodes(checks) + terraform + "init\n" + terraform + "validate\n" + terraform + "plan")
        .apply(terraform + "apply")
        .checkAfter(terraform + "plan -detailed-exitcode")
        .undo(terraform + "destroy, which " + undo);
  }

  private static String onNodes(List<String> checks) {
    return checks.isEmpty()
        ? ""
        : "# on each node that has the storage:\n" + String.join("\n", checks)
            + "\n# where Terraform runs:\n";
  }

  private HclBody imports() {
    HclBody body = HclBody.empty().comment(ModuleFiles.TAKEN_OVER);
    for (BpgResource resource : resources) {
      if (resource.importId().isPresent()) {
        body = body.block(HclBlock.of("import")
            .set("to", resource.reference())
            .set("id", resource.importId().get()));
      }
    }
    return body;
  }

  private static HclBody outputs(Map<String, List<BpgResource>> topics) {
    HclBody body = HclBody.empty();
    for (Map.Entry<String, List<BpgResource>> topic : topics.entrySet()) {
      Map<String, HclValue> ids = new LinkedHashMap<>();
      for (BpgResource resource : topic.getValue()) {
        if (resource.importId().isPresent()) {
          ids.put(resource.key(), resource.reference().attribute("id"));
        }
      }
      body = body.block(HclBlock.of("output", topic.getKey())
          .set("description", "IDs of what " + topic.getKey() + ".tf makes.")
          .set("value", HclValue.object(ids)));
    }
    return body;
  }
}
