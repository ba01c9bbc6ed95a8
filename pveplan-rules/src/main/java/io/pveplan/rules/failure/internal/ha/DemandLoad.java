package io.pveplan.rules.failure.internal.ha;

import java.util.List;

/**
 * The load in the mode {@code static}: CPUs and memory that guests are configured with.
 *
 * <p>A node is judged by what the cluster would look like with the guest on it: the quadratic mean
 * and the highest of the CPU loads and of the memory loads of all nodes, each plus 1 so that small
 * differences stay small (proxmox-resource-scheduling, src/scheduler.rs).
 */
final class DemandLoad implements Load {

  private final List<HaNode> nodes;
  private final double[] cpus;
  private final long[] memory;

  DemandLoad(List<HaNode> nodes) {
    this(nodes, new double[nodes.size()], new long[nodes.size()]);
  }

  private DemandLoad(List<HaNode> nodes, double[] cpus, long[] memory) {
    this.nodes = nodes;
    this.cpus = cpus;
    this.memory = memory;
  }

  @Override
  public void put(int node, Demand demand) {
    cpus[node] += cpusOn(node, demand);
    memory[node] += demand.memory();
  }

  @Override
  public void take(int node, Demand demand) {
    cpus[node] -= cpusOn(node, demand);
    memory[node] -= demand.memory();
  }

  private double cpusOn(int node, Demand demand) {
    return demand.cpus() == 0 ? nodes.get(node).cpus() : demand.cpus();
  }

  @Override
  public double[] scores(Demand guest, boolean[] online) {
    int[] up = numbersOf(online);
    double[][] alternatives = new double[up.length][];
    for (int i = 0; i < up.length; i++) {
      put(up[i], guest);
      alternatives[i] = outlook(up);
      take(up[i], guest);
    }
    double[] closeness = Topsis.closeness(alternatives);
    double[] scores = new double[nodes.size()];
    for (int i = 0; i < up.length; i++) {
      scores[up[i]] = 0 - closeness[i];
    }
    return scores;
  }

  private double[] outlook(int[] up) {
    double cpuSquares = 0;
    double cpuHighest = 0;
    double memorySquares = 0;
    double memoryHighest = 0;
    for (int node : up) {
      double cpuLoad = cpus[node] / nodes.get(node).cpus();
      double memoryLoad = (double) memory[node] / nodes.get(node).memory();
      cpuSquares += cpuLoad * cpuLoad;
      cpuHighest = Math.max(cpuHighest, cpuLoad);
      memorySquares += memoryLoad * memoryLoad;
      memoryHighest = Math.max(memoryHighest, memoryLoad);
    }
    return new double[] {
      1 + Math.sqrt(cpuSquares / up.length),
      1 + cpuHighest,
      1 + Math.sqrt(memorySquares / up.length),
      1 + memoryHighest
    };
  }

  private static int[] numbersOf(boolean[] online) {
    int count = 0;
    for (boolean each : online) {
      count += each ? 1 : 0;
    }
    int[] numbers = new int[count];
    int next = 0;
    for (int i = 0; i < online.length; i++) {
      if (online[i]) {
        numbers[next++] = i;
      }
    }
    return numbers;
  }

  @Override
  public Load copy() {
    return new DemandLoad(nodes, cpus.clone(), memory.clone());
  }
}
