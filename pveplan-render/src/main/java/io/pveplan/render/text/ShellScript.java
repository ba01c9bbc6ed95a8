package io.pveplan.render.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A bash script that says what it does, and does nothing that is already done.
 *
 * <pre>{@code
 * ShellScript.of("Storages of the cluster")
 *     .step("storage nas")
 *     .unless(
 *         Command.of("pvesh", "get", "/storage/nas"),
 *         Command.of("pvesm", "add", "nfs", "nas").flag("--server", "192.0.2.60"))
 *     .text();
 * }</pre>
 *
 * <p>The text begins with {@code #!/bin/bash} and {@code set -euo pipefail}; it passes {@code bash
 * -n} and shellcheck. Comments and messages may be any text: what does not fit on a line becomes a
 * blank.
 *
 * @since 0.1
 */
public final class ShellScript {

  /** A part of a script. */
  sealed interface Statement {}

  record Comment(String text) implements Statement {}

  record Definition(String text) implements Statement {}

  record StepLine(String text) implements Statement {}

  record Variable(String name, String meaning) implements Statement {}

  record Run(Command command) implements Statement {}

  record Guarded(Command guard, List<Command> absent, List<Command> present) implements Statement {
    Guarded {
      absent = List.copyOf(absent);
      present = List.copyOf(present);
    }
  }

  record OnlyOn(String host) implements Statement {}

  record Require(Command check, String otherwise) implements Statement {}

  record Await(String what, int seconds, Command check) implements Statement {}

  // A script of many thousand statements is not copied for each of them.
  private record Chain(Optional<Chain> before, Statement last) {}

  private final List<String> header;
  private final Optional<Chain> chain;

  private ShellScript(List<String> header, Optional<Chain> chain) {
    this.header = List.copyOf(header);
    this.chain = chain;
  }

  /**
   * An empty script.
   *
   * @param header comment lines at its top
   */
  public static ShellScript of(String... header) {
    return new ShellScript(Arrays.stream(header).map(Lines::comment).toList(), Optional.empty());
  }

  /**
   * The same with a comment.
   *
   * @param text any text; it ends up on one line
   */
  public ShellScript comment(String text) {
    return with(new Comment(Lines.comment(text)));
  }

  /**
   * The same with variables and functions that later commands use.
   *
   * @param text bash as it is, with a final newline; the same for every plan, since nothing in it is
   *     quoted
   */
  public ShellScript define(String text) {
    return with(new Definition(text));
  }

  /**
   * The same with a heading that is printed when the script gets there.
   *
   * @param text any text; it ends up on one line
   */
  public ShellScript step(String text) {
    return with(new StepLine(Lines.comment(text)));
  }

  /**
   * The same, refusing to run from here on without an environment variable.
   *
   * @param name name of the variable
   * @param meaning what it has to hold; printed when it is missing
   */
  public ShellScript needsVariable(String name, String meaning) {
    return with(new Variable(Command.variableName(name), Lines.comment(meaning)));
  }

  /**
   * The same with commands that run each time.
   *
   * @param commands in order
   */
  public ShellScript run(Command... commands) {
    ShellScript all = this;
    for (Command command : commands) {
      all = all.with(new Run(command));
    }
    return all;
  }

  /**
   * The same with commands that run unless a guard succeeds.
   *
   * @param guard succeeds when there is nothing to do; its output is hidden
   * @param commands in order, at least one
   */
  public ShellScript unless(Command guard, Command... commands) {
    return ensure(guard, List.of(commands), List.of());
  }

  /**
   * The same with commands that create something or bring it up to date.
   *
   * @param guard succeeds when the thing is there; its output is hidden
   * @param create run when it is not there, at least one
   * @param update run when it is there
   */
  public ShellScript ensure(Command guard, List<Command> create, List<Command> update) {
    if (create.isEmpty()) {
      throw new IllegalArgumentException("nothing to run unless " + guard);
    }
    return with(new Guarded(guard, create, update));
  }

  /**
   * The same, refusing to run from here on but on one machine.
   *
   * @param host its name without domain
   */
  public ShellScript onlyOn(String host) {
    return with(new OnlyOn(Lines.single(host, "host name")));
  }

  /**
   * The same, ending here unless a check succeeds.
   *
   * <pre>{@code
   * script.require(Command.of("stat", "/etc/pve/nodes"), "Proxmox VE is not installed.");
   * }</pre>
   *
   * @param check its output is hidden
   * @param otherwise what is printed when it fails; any text, it ends up on one line
   */
  public ShellScript require(Command check, String otherwise) {
    return with(new Require(check, Lines.comment(otherwise)));
  }

  /**
   * The same, trying a check every two seconds until it succeeds, and ending here when it has not
   * within some time. One try may take ten seconds.
   *
   * @param what what is waited for; any text, it ends up on one line
   * @param seconds how long, at least 1
   * @param check a program, its output is hidden
   */
  public ShellScript await(String what, int seconds, Command check) {
    if (seconds < 1) {
      throw new IllegalArgumentException("nothing to wait: " + seconds + " seconds");
    }
    return with(new Await(Lines.comment(what), seconds, check));
  }

  /** Whether nothing was added after the header. */
  public boolean isEmpty() {
    return chain.isEmpty();
  }

  /** The script as text, with a final newline. */
  public String text() {
    return new ShellWriter().write(this);
  }

  List<String> header() {
    return header;
  }

  List<Statement> statements() {
    Deque<Statement> all = new ArrayDeque<>();
    Optional<Chain> link = chain;
    while (link.isPresent()) {
      all.addFirst(link.get().last());
      link = link.get().before();
    }
    return List.copyOf(all);
  }

  private ShellScript with(Statement statement) {
    return new ShellScript(header, Optional.of(new Chain(chain, statement)));
  }
}
