package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.MoveLine;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.network.Network;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long the move of one guest takes, at 0.8 of what one connection gets of the migration network
 * between both nodes, an assumption, and at most at the limit of the plan.
 *
 * <p>Local disks are copied once, but for those that a replication job has brought to the target.
 * Memory of a machine that runs is copied again where it was written meanwhile, each time less of
 * it, which converges as long as less is written than copied: all rounds together take memory / (rate
 * - dirty rate).
 *
 * <pre>{@code
 * Moves moves = Moves.of(plan);
 * moves.move(201, "pve2").time();    // 16GiB of memory and 100GiB of disks, 131 s
 * moves.move(202, "pve2").time();    // 8GiB of memory: does not end, it writes as much as is copied
 * moves.move(201, "pve3").time();    // refused: storage tank of scsi0 is not there
 * }</pre>
 *
 * @param disks what is copied of local disks
 * @param memory what is copied of memory in the first round; nothing for a guest that does not run on
 * @param rate what one move gets of the network; empty if the plan does not tell
 * @param dirtyRate how much of its memory the machine writes; empty if the plan does not tell, or
 *     nothing of it is copied
 * @param time time of all of it; without a dirty rate or disks the least it can take; empty if it is not
 *     known, or the move does not end
 * @param restarts whether a container is stopped for it, which it has 180 seconds for, and started
 *     again (pve-container, src/PVE/LXC/Migrate.pm, prepare): neither is in the time
 * @param missingFacts what the plan does not tell
 * @since 0.1
 */
public record MoveTime(
    DataSize disks,
    DataSize memory,
    Optional<DataRate> rate,
    Optional<DataRate> dirtyRate,
    Optional<Duration> time,
    boolean restarts,
    List<String> missingFacts) {

  private static final DataSize NOTHING = DataSize.bytes(0);

  /** Keeps a copy of the list. */
  public MoveTime {
    missingFacts = List.copyOf(missingFacts);
  }

  /**
   * The time of a planned move of a guest whose node the plan tells.
   *
   * @throws java.util.NoSuchElementException if it does not
   */
  public static MoveTime of(ResolvedPlan plan, PlannedMove planned) {
    Guest guest = planned.guest();
    String to = planned.move().target();
    return of(
        plan,
        guest,
        guest.node().orElseThrow(),
        to,
        planned.runningVm(),
        planned.move().running() && guest instanceof Container,
        MoveLine.network(plan, guest, to).map(Network::name));
  }

  /** With the network that the command names, if it names one. */
  static MoveTime of(
      ResolvedPlan plan,
      Guest guest,
      String from,
      String to,
      boolean live,
      boolean restarts,
      Optional<String> network) {
    List<String> missing = new ArrayList<>();
    Optional<DataRate> rate = rate(plan, List.of(from, to), network, missing);
    DataSize disks = disks(plan, guest, to);
    if (plan.placement().lacksDisks(guest)) {
      missing.add("disks of guest " + guest.vmid());
    }
    DataSize memory = live ? HostMemory.atMost(guest) : NOTHING;
    Optional<DataRate> dirty = live && guest instanceof Vm vm ? vm.dirtyRate() : Optional.empty();
    if (live && dirty.isEmpty()) {
      missing.add("rate at which guest " + guest.vmid() + " writes its memory");
    }
    return new MoveTime(
        disks,
        memory,
        rate,
        dirty,
        rate.flatMap(it -> time(
            disks,
            memory,
            it.bitsPerSecond(),
            dirty.map(DataRate::bitsPerSecond).orElse(0L))),
        restarts,
        missing);
  }

  private static Optional<DataRate> rate(
      ResolvedPlan plan, List<String> nodes, Optional<String> network, List<String> missing) {
    List<DataRate> speeds = new ArrayList<>();
    for (String node : nodes) {
      MigrationLink.speedOfOne(plan, node, network.or(() -> MigrationLink.network(plan, node)))
          .ifPresentOrElse(
              speeds::add, () -> missing.add("speed of the migration network of " + node));
    }
    if (speeds.size() < nodes.size()) {
      return Optional.empty();
    }
    Optional<DataRate> usable = speeds.stream()
        .map(MigrationLink::usable)
        .filter(bits -> bits > 0)
        .map(DataRate::new)
        .min(DataRate::compareTo);
    return Stream.concat(usable.stream(), MigrationLink.limit(plan).stream())
        .min(DataRate::compareTo);
  }

  private static DataSize disks(ResolvedPlan plan, Guest guest, String to) {
    boolean copies = plan.reach().replicates(guest.vmid(), to);
    BigInteger bytes = BigInteger.ZERO;
    for (GuestVolume volume : plan.placement().volumes(guest)) {
      boolean copied = volume.kind() == GuestVolume.Kind.DISK
          && !plan.reach().shared(volume.storage())
          && !(copies && volume.replicated());
      if (copied) {
        bytes = bytes.add(BigInteger.valueOf(volume.size().orElse(NOTHING).bytes()));
      }
    }
    return DataSize.bytes(bytes.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
  }

  private static Optional<Duration> time(DataSize disks, DataSize memory, long rate, long dirty) {
    if (memory.bytes() > 0 && dirty >= rate) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Math.addExact(
        seconds(disks, rate), memory.bytes() > 0 ? seconds(memory, rate - dirty) : 0)));
  }

  private static long seconds(DataSize size, long rate) {
    BigInteger[] whole =
        BigInteger.valueOf(size.bytes()).shiftLeft(3).divideAndRemainder(BigInteger.valueOf(rate));
    return whole[0].add(BigInteger.valueOf(whole[1].signum())).longValueExact();
  }

  /**
   * Whether the machine writes less memory than is copied, so that the move ends; QEMU slows it down
   * else, step by step, and it may never end. Empty where a rate is not known.
   */
  public Optional<Boolean> converges() {
    if (memory.bytes() == 0) {
      return Optional.of(true);
    }
    return rate.flatMap(it -> dirtyRate.map(dirty -> dirty.compareTo(it) < 0));
  }

  /** One line. */
  @Override
  public String toString() {
    String data = data();
    if (converges().filter(it -> !it).isPresent()) {
      return data + ": does not end, it writes " + dirtyRate.orElseThrow() + " and "
          + rate.orElseThrow() + " are copied";
    }
    String least = missingFacts.isEmpty() ? "" : " or more";
    if (restarts && time.filter(Duration::isZero).isPresent()) {
      return data + ", without the restart";
    }
    return data
        + time.map(it -> ", " + it.toSeconds() + " s" + least).orElse(", time not known")
        + (restarts ? " without the restart" : "");
  }

  private String data() {
    if (memory.bytes() > 0) {
      return memory + " of memory" + (disks.bytes() == 0 ? "" : " and " + disks + " of disks");
    }
    if (disks.bytes() > 0) {
      return disks + " of disks";
    }
    return missingFacts.isEmpty() ? "nothing to copy" : "not told what is copied";
  }
}
