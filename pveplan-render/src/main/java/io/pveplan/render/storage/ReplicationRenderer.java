package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.model.unit.DataRate;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Section;
import io.pveplan.render.text.SectionConfig;
import io.pveplan.render.text.ShellScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Renders the replication jobs: the {@code pvesr} commands as a script that adds what is not there,
 * and the replication.cfg that results, to compare with.
 *
 * <pre>
 * if ! pvesr read 200-0 &gt;/dev/null 2&gt;&amp;1; then
 *   pvesr create-local-job 200-0 pve2 --schedule '*&#47;15' --rate 100
 * else
 *   echo 'already there'
 * fi
 * </pre>
 *
 * <p>A job that is there stays as it is: its target can not be changed, and after a migration it
 * leads the other way by itself. A job that Terraform makes stands in replication.cfg only.
 *
 * @since 0.1
 */
public final class ReplicationRenderer implements Renderer {

  private static final String CONFIG = "/etc/pve/replication.cfg";

  /** Called by the service loader. */
  public ReplicationRenderer() {}

  @Override
  public String id() {
    return "replication";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<ReplicationJob> jobs = plan.plan().replicationJobs();
    if (jobs.isEmpty()) {
      return Rendering.nothing();
    }
    List<Artifact> artifacts = new ArrayList<>();
    TerraformShare share = TerraformShare.of(plan);
    List<ReplicationJob> scripted =
        jobs.stream().filter(job -> !share.takes(job.path())).toList();
    if (!scripted.isEmpty()) {
      artifacts.add(script(plan, scripted));
    }
    List<Section> staying = jobs.stream()
        .filter(job -> job.removal().isEmpty())
        .map(job -> section(plan, job))
        .toList();
    if (!staying.isEmpty()) {
      Step there = share.thereAfter(
          Step.REPLICATION, jobs.stream().map(ReplicationJob::path).toList());
      artifacts.add(Artifact.preview(CONFIG, there, SectionConfig.of(staying).text())
          .with(Procedure.repeatable()
              .checkAfter(Command.of("cat", CONFIG)
                  + "\n# the jobs stand in any order; source and target of a guest that was"
                  + " moved are the other way round")));
    }
    return Rendering.of(artifacts);
  }

  private static Artifact script(ResolvedPlan plan, List<ReplicationJob> jobs) {
    ShellScript script = ShellScript.of(
        "Replication jobs.", "Runs on one node. A job that is there stays as it is.");
    for (ReplicationJob job : jobs) {
      script = add(script.step("job " + job.id()), plan, job);
    }
    return Artifact.script(Target.cluster(), Step.REPLICATION, script.text())
        .covers(jobs.stream().map(ReplicationJob::path).toList())
        .with(Procedure.repeatable()
            .needs("the guests are there, and the storages of their disks on source and target; the"
                + " first copy takes all of each disk")
            .checkBefore(Command.of("pvesr", "list").text())
            .checkAfter(Command.of("pvesr", "status").text())
            .undo("pvesr delete for each job, with --keep 1 where the copy is to stay"));
  }

  private static ShellScript add(ShellScript script, ResolvedPlan plan, ReplicationJob job) {
    Command read = Command.of("pvesr", "read").arg(job.id());
    if (job.removal().isPresent()) {
      boolean keep = job.removal().get() == ReplicationRemoval.LOCAL;
      Command delete = Command.of("pvesr", "delete").arg(job.id());
      return script
          .comment("The copy of guest " + job.guest() + " on " + job.target()
              + (keep ? " stays." : " goes with it."))
          .ensure(
              read,
              List.of(Command.of("echo", "not there")),
              List.of(keep ? delete.flag("--keep", 1) : delete));
    }
    Command create = Command.of("pvesr", "create-local-job")
        .arg(job.id())
        .arg(job.target())
        .option("--schedule", job.schedule().map(Object::toString))
        .option("--rate", job.rate().map(ReplicationRenderer::rate))
        .option("--comment", job.comment());
    return script.unless(read, job.disabled() ? create.flag("--disable", 1) : create);
  }

  // Comment and disable first, the required ones, the others by name (pve-common,
  // src/PVE/SectionConfig.pm, write_config).
  private static Section section(ResolvedPlan plan, ReplicationJob job) {
    Section section = Section.of("local", job.id())
        .key("comment", job.comment().map(ReplicationRenderer::encoded));
    if (job.disabled()) {
      section = section.flag("disable");
    }
    Optional<String> source = plan.guest(job.guest()).flatMap(Guest::node);
    return section
        .key("target", job.target())
        .key("rate", job.rate().map(ReplicationRenderer::rate))
        .key("schedule", job.schedule().map(Object::toString))
        .key("source", source);
  }

  private static String rate(DataRate rate) {
    return rate.megabytesPerSecond().stripTrailingZeros().toPlainString();
  }

  // pve-common, src/PVE/ParseUtils.pm, encode_text: what is no printable ASCII, percent signs and
  // colons.
  private static String encoded(String comment) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : comment.getBytes(StandardCharsets.UTF_8)) {
      if (each >= ' ' && each <= '~' && each != '%' && each != ':') {
        encoded.append((char) each);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", each));
      }
    }
    return encoded.toString();
  }
}
