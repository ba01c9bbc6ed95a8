package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Installation;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders the answers for the automated installation of each node, {@code answer.toml}, and a script
 * that fills in the hash of the password of root, which the plan only refers to.
 *
 * <pre>
 * [network]
 * source = "from-answer"
 * cidr = "192.0.2.11/24"
 * </pre>
 *
 * <p>The installer sets up one NIC with one address; bonds, bridges and VLANs come with the network
 * step, and the runbook tells how the port of the switch has to be until then. Nothing is rendered for a plan that says nothing of the installation. A node of which the
 * plan does not say all that the installer has to know is reported as a gap.
 *
 * @since 0.1
 */
public final class InstallationRenderer implements Renderer {

  private static final String SCRIPT = "installation/02-answers.sh";

  // The first command can be repeated; the installer empties the system disks.
  private static final Procedure INSTALL = Procedure.once()
      .needs(
          "the hash of the password of root, as mkpasswd prints it; ISO, the image of Proxmox VE,"
              + " 9.1 or later where the answers pin names of cards; the package"
              + " proxmox-auto-install-assistant; FOLDER, a folder outside of this one")
      .apply("""
          bash installation/02-answers.sh FOLDER
          # for each node: its own image, from which it is started; the system disks are emptied
          proxmox-auto-install-assistant prepare-iso ISO --fetch-from iso --answer-file FOLDER/NODE.toml --output FOLDER/NODE.iso
          # or one image for all, and a server that gives each node the file FOLDER/NODE.toml
          proxmox-auto-install-assistant prepare-iso ISO --fetch-from http --url URL
          # once all nodes are installed: files and images hold the hash
          rm -r FOLDER""")
      .checkAfter("pveversion\nip -brief address show");

  /** Called by the service loader. */
  public InstallationRenderer() {}

  @Override
  public String id() {
    return "installation";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    Optional<Installation> installation = plan.plan().installation();
    return installation.map(it -> render(plan, it)).orElseGet(Rendering::nothing);
  }

  private static Rendering render(ResolvedPlan plan, Installation installation) {
    List<Artifact> artifacts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    for (Node node : plan.nodes()) {
      AnswerFile answers = new AnswerFile(plan, node, installation);
      PlanPath place = node.path().child("install");
      if (answers.missing().isEmpty()) {
        answered.add(node.name());
        artifacts.add(answers(node, answers).covers(place));
      } else {
        gaps.add(Gap.of(
            place,
            Step.INSTALL,
            "It has no answers for the automated installation: the plan lacks "
                + String.join(", ", answers.missing()) + "."));
      }
    }
    if (!answered.isEmpty()) {
      String text = AnswersScript.of(installation.rootPasswordHash(), answered);
      artifacts.add(Artifact.file(Target.workstation(), SCRIPT, Step.INSTALL, text)
          .mode(FileMode.SCRIPT)
          .covers(PlanPath.of("cluster", "installation"))
          .installs(answered.stream()
              .map(node -> "nodes/" + node + "/answer.toml")
              .toArray(String[]::new))
          .with(INSTALL));
    }
    return Rendering.of(artifacts).withGaps(gaps);
  }

  private static Artifact answers(Node node, AnswerFile answers) {
    return Artifact.file(
        Target.node(node.name()),
        "nodes/" + node.name() + "/answer.toml",
        Step.INSTALL,
        answers.text());
  }
}
