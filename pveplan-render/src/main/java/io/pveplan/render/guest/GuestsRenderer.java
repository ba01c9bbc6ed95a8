package io.pveplan.render.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Renders the guests that Terraform does not make as scripts of {@code qm} and {@code pct}: one for
 * the templates and one for the other guests of each node, since both make guests on the node they
 * run on only.
 *
 * <pre>
 * if ! there 200 &gt;/dev/null 2&gt;&amp;1; then
 *   qm create 200 --name web01 --scsi0 tank:8,discard=on --net0 virtio,bridge=vmbr0 ..
 * else
 *   echo 'already there'
 * fi
 * </pre>
 *
 * <p>A guest that is there stays as it is, on whichever node it is; one that has the VMID and another
 * name ends the script before it makes any, and so does a container
 * whose directories to mount are not there. What takes several commands, as a clone does, is called {@code unfinished-}
 * and its VMID until the last one is done: a second run goes on where the first one ended.
 *
 * <p>A clone is made on the node of its template and then moved to its own. Guests are not started.
 *
 * <p>Reported as gaps: a guest without a node; a template whose disks no image fills, which has to be
 * installed by hand; what Proxmox VE refuses of a clone, such as a linked one away from the disks of
 * its template.
 *
 * @since 0.1
 */
public final class GuestsRenderer implements Renderer {

  /** Called by the service loader. */
  public GuestsRenderer() {}

  @Override
  public String id() {
    return "guests";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    ScriptedGuests guests = ScriptedGuests.of(plan);
    SettingsInForce settings = new SettingsInForce(plan, CloudInitDocuments.of(plan));
    List<Artifact> artifacts = new ArrayList<>();
    for (Step step : List.of(Step.TEMPLATES, Step.GUESTS)) {
      guests
          .of(step)
          .forEach((node, ofNode) -> artifacts.add(script(plan, settings, step, node, ofNode)));
    }
    return new Rendering(artifacts, guests.gaps());
  }

  private static Artifact script(
      ResolvedPlan plan, SettingsInForce settings, Step step, String node, List<Guest> guests) {
    List<PlanPath> covered = Stream.concat(
            guests.stream().map(Guest::path),
            pools(plan, guests).stream().map(TerraformShare::poolPath))
        .toList();
    return Artifact.script(Target.node(node), step, text(plan, settings, step, node, guests))
        .covers(covered)
        .with(GuestsProcedure.of(plan, node, guests));
  }

  private static String text(
      ResolvedPlan plan, SettingsInForce settings, Step step, String node, List<Guest> guests) {
    ShellScript script = functions(
        ShellScript.of(
                step == Step.TEMPLATES
                    ? "Templates on " + node + "."
                    : "Guests made on " + node + ".",
                "A guest that is there stays as it is. None is started.")
            .onlyOn(node),
        guests);
    script = script.step("VMIDs that somebody else may have");
    for (Guest guest : guests) {
      script = script.run(Command.of("reserve", guest.vmid().toString())
          .arg(guest instanceof Vm ? "qemu-server" : "lxc")
          .arg(guest.name()));
    }
    script = sources(script, node, guests);
    for (String pool : withParents(pools(plan, guests))) {
      script = script
          .step("resource pool " + pool)
          .unless(
              Command.of("pvesh", "get", "/pools").flag("--poolid", pool),
              Command.of("pvesh", "create", "/pools").flag("--poolid", pool));
    }
    for (Guest guest : guests) {
      String id = guest.vmid().toString();
      script = script.step(GuestsProcedure.kind(guest) + " " + id + " " + guest.name());
      script = guest instanceof Vm vm
          ? new VmScript(plan, settings, vm).add(script)
          : new ContainerScript((Container) guest).add(script);
      script = script.require(
          Command.of("finished", id).arg(guest.name()), id + " " + guest.name() + " is not there.");
    }
    return script.text();
  }

  private static ShellScript sources(ShellScript head, String node, List<Guest> guests) {
    if (guests.stream().allMatch(it -> GuestsProcedure.mounted(it).isEmpty())) {
      return head;
    }
    ShellScript script = head.step("what containers mount of " + node);
    for (Guest guest : guests) {
      for (String source : GuestsProcedure.mounted(guest)) {
        script = script.require(
            Command.of("can_mount", guest.vmid().toString()).arg(source),
            source + " is not there, and container " + guest.vmid() + " " + guest.name()
                + " mounts it.");
      }
    }
    return script;
  }

  private static ShellScript functions(ShellScript head, List<Guest> guests) {
    ShellScript script = head.define(GuestFunctions.BASE);
    if (guests.stream().anyMatch(it -> !GuestsProcedure.mounted(it).isEmpty())) {
      script = script.define(GuestFunctions.MOUNTS);
    }
    if (guests.stream().anyMatch(it -> it instanceof Vm vm && vm.template())) {
      script = script.define(GuestFunctions.TEMPLATES);
    }
    if (guests.stream().anyMatch(it -> it instanceof Vm vm && vm.clone().isPresent())) {
      script = script.define(GuestFunctions.CLONES).define(GuestFunctions.MOVES);
    }
    return script;
  }

  /** The pools of the guests that Terraform does not make. */
  private static SortedSet<String> pools(ResolvedPlan plan, List<Guest> guests) {
    TerraformShare share = TerraformShare.of(plan);
    SortedSet<String> pools = new TreeSet<>();
    guests.forEach(guest -> guest
        .pool()
        .filter(pool -> !share.takes(TerraformShare.poolPath(pool)))
        .ifPresent(pools::add));
    return pools;
  }

  // A pool in another one needs that first (pve-manager, PVE/API2/Pool.pm).
  private static SortedSet<String> withParents(SortedSet<String> pools) {
    SortedSet<String> all = new TreeSet<>(pools);
    for (String pool : pools) {
      for (int slash = pool.indexOf('/'); slash > 0; slash = pool.indexOf('/', slash + 1)) {
        all.add(pool.substring(0, slash));
      }
    }
    return all;
  }
}
