package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicationRendererTest {

  private final ReplicationRenderer renderer = new ReplicationRenderer();

  @TempDir
  private Path directory;

  @Test
  void files_are_as_expected() {
    Golden.of("replication")
        .matches(renderer.render(LocalCases.jobs()).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @Test
  void bash_and_shellcheck_accept_the_script() {
    RealPrograms.acceptShell(script());
  }

  @Test
  void a_second_run_changes_nothing() {
    LocalStandIns standIns = new LocalStandIns(directory, "pve1");

    standIns.run(script()).succeeded();
    assertThat(standIns.changes())
        .containsExactly(
            "pvesr create-local-job 200-0 pve2 --schedule mon..fri 22:00 --rate 12.5 --comment 50 %"
                + " to über: 'there'",
            "pvesr create-local-job 200-1 pve3 --schedule */15",
            "pvesr create-local-job 201-0 pve1 --schedule */15 --rate 100 --disable 1",
            "pvesr create-local-job 202-1 pve2 --schedule */5");

    standIns.run(script()).succeeded();
    assertThat(standIns.changes()).isEmpty();
  }

  @Test
  void a_job_that_is_to_go_is_deleted_once() {
    LocalStandIns standIns =
        new LocalStandIns(directory, "pve1").having("jobs", "201-1").having("jobs", "202-0");

    standIns.run(script()).succeeded();
    assertThat(standIns.changes())
        .filteredOn(call -> call.startsWith("pvesr delete"))
        .containsExactly("pvesr delete 201-1 --keep 1", "pvesr delete 202-0");

    standIns.run(script()).succeeded();
    assertThat(standIns.changes()).isEmpty();
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer)
        .holdsFor(LocalCases.jobs(), ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void a_plan_without_jobs_needs_no_file() {
    assertThat(renderer.render(ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})))))
        .isEqualTo(Rendering.nothing());
  }

  private String script() {
    return renderer.render(LocalCases.jobs()).artifacts().get(0).content();
  }
}
