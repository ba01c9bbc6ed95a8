package io.pveplan.rules.failure.internal.ha;

/** The load in the mode {@code basic}: the number of guests. */
final class GuestCount implements Load {

  private final int[] guests;

  GuestCount(int nodes) {
    this(new int[nodes]);
  }

  private GuestCount(int[] guests) {
    this.guests = guests;
  }

  @Override
  public void put(int node, Demand demand) {
    guests[node]++;
  }

  @Override
  public void take(int node, Demand demand) {
    guests[node]--;
  }

  @Override
  public double[] scores(Demand guest, boolean[] online) {
    double[] scores = new double[guests.length];
    for (int i = 0; i < guests.length; i++) {
      scores[i] = guests[i];
    }
    return scores;
  }

  @Override
  public Load copy() {
    return new GuestCount(guests.clone());
  }
}
