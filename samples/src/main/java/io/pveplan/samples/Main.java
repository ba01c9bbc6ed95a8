package io.pveplan.samples;

/** Runs every sample and says what it wrote. */
final class Main {

  private Main() {}

  /** The only argument is the directory that gets one directory for each plan. */
  public static void main(String[] args) {
    System.out.println("samples: none yet, plans go to " + args[0]);
  }
}
