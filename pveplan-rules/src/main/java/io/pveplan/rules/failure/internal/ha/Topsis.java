package io.pveplan.rules.failure.internal.ha;

import java.util.Arrays;

/**
 * The method the scheduler compares alternatives with (TOPSIS): how far is each from the worst, and
 * how near to the best, where best and worst are made of the best and worst values that occur.
 *
 * <p>The lower each value the better. Weights: mean of CPU 1, highest CPU 2, mean of memory 5,
 * highest memory 10 (proxmox-resource-scheduling, src/scheduler.rs and src/topsis.rs).
 */
final class Topsis {

  private static final double[] WEIGHTS = {1.0 / 18, 2.0 / 18, 5.0 / 18, 10.0 / 18};

  private Topsis() {}

  /**
   * The closeness of each alternative to the best: 1 is the best, 0 the worst; 0 for all when they
   * are alike.
   *
   * @param alternatives the four values of each, in the order of the weights
   */
  static double[] closeness(double[][] alternatives) {
    double[][] scaled = scaled(alternatives);
    double[] best = new double[WEIGHTS.length];
    double[] worst = new double[WEIGHTS.length];
    for (int i = 0; i < WEIGHTS.length; i++) {
      int criterion = i;
      best[i] = Arrays.stream(scaled).mapToDouble(each -> each[criterion]).min().orElse(0);
      worst[i] =
          Arrays.stream(scaled).mapToDouble(each -> each[criterion]).max().orElse(0);
    }
    double[] closeness = new double[alternatives.length];
    for (int i = 0; i < closeness.length; i++) {
      double toBest = distance(scaled[i], best);
      double toWorst = distance(scaled[i], worst);
      closeness[i] = toBest + toWorst == 0 ? 0 : toWorst / (toWorst + toBest);
    }
    return closeness;
  }

  private static double[][] scaled(double[][] alternatives) {
    double[][] scaled = new double[alternatives.length][WEIGHTS.length];
    for (int i = 0; i < WEIGHTS.length; i++) {
      double squares = 0;
      for (double[] each : alternatives) {
        squares += each[i] * each[i];
      }
      double norm = Math.sqrt(squares);
      for (int k = 0; k < alternatives.length; k++) {
        scaled[k][i] = norm == 0 ? 0 : alternatives[k][i] / norm;
      }
    }
    return scaled;
  }

  private static double distance(double[] one, double[] other) {
    double squares = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      double weighed = (one[i] - other[i]) * WEIGHTS[i];
      squares += weighed * weighed;
    }
    return Math.sqrt(squares);
  }
}
