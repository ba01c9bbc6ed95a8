package io.pveplan.render;

import io.pveplan.render.text.Phrase;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file of a bundle is used: what it needs, how to check, apply and undo it.
 *
 * <p>The runbook prints it. Commands are the text of one or more shell lines; write them with {@link
 * io.pveplan.render.text.Command}, which quotes.
 *
 * <pre>{@code
 * Procedure.repeatable()
 *     .needs("packages of step 3")
 *     .checkBefore("ifquery --syntax-check -a")
 *     .apply("ifreload -a")
 *     .checkAfter("ifquery -a -c")
 *     .undo("copy the saved file back, then ifreload -a");
 * }</pre>
 *
 * @param safeToRepeat whether a second application changes nothing
 * @param needs what must be true before, as text
 * @param checkBefore command that shows whether it is
 * @param apply command by which the file takes effect; scripts need none, they are run
 * @param checkAfter command that shows the result
 * @param undo how to go back; commands in it are code, so that they are whole when copied
 * @since 0.1
 */
public record Procedure(
    boolean safeToRepeat,
    Optional<String> needs,
    Optional<String> checkBefore,
    Optional<String> apply,
    Optional<String> checkAfter,
    Optional<Phrase> undo) {

  private static final Procedure REPEATABLE = bare(true);
  private static final Procedure ONCE = bare(false);

  /** Refuses absent parts. */
  public Procedure {
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(checkBefore, "checkBefore");
    Objects.requireNonNull(apply, "apply");
    Objects.requireNonNull(checkAfter, "checkAfter");
    Objects.requireNonNull(undo, "undo");
  }

  /** Applying twice changes nothing the second time. */
  public static Procedure repeatable() {
    return REPEATABLE;
  }

  /** To be applied once; a second time fails or does damage. */
  public static Procedure once() {
    return ONCE;
  }

  /**
   * The same with a precondition.
   *
   * @param text what must be true before
   */
  public Procedure needs(String text) {
    return new Procedure(safeToRepeat, Optional.of(text), checkBefore, apply, checkAfter, undo);
  }

  /**
   * The same with a check before.
   *
   * @param command shell text, one or more lines
   */
  public Procedure checkBefore(String command) {
    return new Procedure(safeToRepeat, needs, Optional.of(command), apply, checkAfter, undo);
  }

  /**
   * The same with the command by which the file takes effect.
   *
   * @param command shell text, one or more lines
   */
  public Procedure apply(String command) {
    return new Procedure(safeToRepeat, needs, checkBefore, Optional.of(command), checkAfter, undo);
  }

  /**
   * The same with a check after.
   *
   * @param command shell text, one or more lines
   */
  public Procedure checkAfter(String command) {
    return new Procedure(safeToRepeat, needs, checkBefore, apply, Optional.of(command), undo);
  }

  /**
   * The same with the way back.
   *
   * @param text how to undo it, with no command in it that has a path or a special character
   */
  public Procedure undo(String text) {
    return undo(Phrase.of(text));
  }

  /**
   * The same with the way back.
   *
   * <pre>{@code
   * procedure.undo(Phrase.empty().code("pvesh set /cluster/options").text(" with the old values"));
   * }</pre>
   *
   * @param text how to undo it, with commands as code
   */
  public Procedure undo(Phrase text) {
    return new Procedure(safeToRepeat, needs, checkBefore, apply, checkAfter, Optional.of(text));
  }

  private static Procedure bare(boolean safeToRepeat) {
    return new Procedure(
        safeToRepeat,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
