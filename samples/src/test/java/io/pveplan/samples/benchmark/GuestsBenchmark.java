package io.pveplan.samples.benchmark;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.automation.TerraformRenderer;
import io.pveplan.render.guest.GuestsRenderer;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What many guests cost: checked, and rendered for Terraform as one block for each guest and as a
 * fleet. The measure of the blocks is a StringBuilder that writes the same bytes; both end at the
 * bytes of their files. And what many
 * clones of one template cost that scripts make.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GuestsBenchmark {

  private static final Vmid TEMPLATE = Vmid.of(900);

  /** Guests on 32 nodes. */
  @Param({"100", "1000", "10000"})
  public int guests = 100;

  private ResolvedPlan alone = ResolvedPlan.of(GeneratedPlan.of(1, 1));
  private ResolvedPlan fleet = alone;
  private ResolvedPlan clones = alone;
  private RuleBook rules = RuleBook.standard();

  /** Makes the plans. */
  @Setup
  public void plans() {
    alone = alone(guests);
    fleet = fleet(guests);
    clones = clones(guests);
    rules = RuleBook.standard();
  }

  static ResolvedPlan alone(int guests) {
    return ResolvedPlan.of(ClusterPlan.builder()
        .from(GeneratedPlan.of(32, guests))
        .terraform(Terraform.builder().build())
        .build());
  }

  static ResolvedPlan fleet(int guests) {
    ClusterPlan plan = alone(guests).plan();
    List<Guest> members = plan.guests().stream()
        .<Guest>map(guest -> Vm.builder().from((Vm) guest).fleet("vm").build())
        .toList();
    return ResolvedPlan.of(ClusterPlan.builder().from(plan).guests(members).build());
  }

  /** Clones of a template with documents of its own, which they all read. */
  static ResolvedPlan clones(int guests) {
    ClusterPlan plan = GeneratedPlan.of(32, guests);
    Vm template = Vm.builder()
        .vmid(TEMPLATE)
        .name("tpl")
        .node("pve0")
        .template(true)
        .addDisk(GuestDisk.builder()
            .slot("scsi0")
            .storage("vm-disks")
            .size(DataSize.gib(8))
            .importFrom(Volume.parse("nas:import/debian-13.qcow2"))
            .build())
        .cloudInit(CloudInit.builder().addPackage("nginx").build())
        .build();
    CloudInit own = CloudInit.builder().user("ops").build();
    Clone clone = Clone.builder().template(TEMPLATE).build();
    List<Guest> members = new ArrayList<>(List.of(template));
    for (Guest guest : plan.guests()) {
      Vm.Builder member = Vm.builder().from((Vm) guest).clone(clone);
      members.add(
          members.size() % 2 == 0 ? member.build() : member.cloudInit(own).build());
    }
    return ResolvedPlan.of(ClusterPlan.builder()
        .from(plan)
        .guests(members)
        .addStorage(NfsStorage.builder()
            .id("nas")
            .server("10.0.255.2")
            .export("/export")
            .addContent(ContentType.SNIPPETS, ContentType.IMPORT)
            .build())
        .build());
  }

  static String file(Rendering rendering, String name) {
    return rendering.artifacts().stream()
        .filter(it -> it.path().endsWith("/" + name))
        .map(Artifact::content)
        .findFirst()
        .orElseThrow();
  }

  /** Runs all rules. */
  @Benchmark
  public Report check() {
    return rules.check(alone);
  }

  /** Renders one block for each guest, up to the bytes of the files. */
  @Benchmark
  public int blocks() {
    int bytes = 0;
    for (Artifact artifact : new TerraformRenderer().render(alone).artifacts()) {
      bytes += artifact.content().getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }

  /** Renders the guests as a fleet. */
  @Benchmark
  public Rendering fleet() {
    return new TerraformRenderer().render(fleet);
  }

  /** Runs all rules over clones. */
  @Benchmark
  public Report checkClones() {
    return rules.check(clones);
  }

  /** Renders the scripts that make clones. */
  @Benchmark
  public Rendering cloneScripts() {
    return new GuestsRenderer().render(clones);
  }

  /** The measure of the blocks: the same bytes without a document between plan and text. */
  @Benchmark
  public int plain() {
    int bytes = 0;
    for (String file : PlainGuests.files(alone).values()) {
      bytes += file.getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }
}
