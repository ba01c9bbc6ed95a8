package io.pveplan.model.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where a secret is found when the cluster is built. The secret itself is never part of a plan, of
 * its JSON or of a rendered file.
 *
 * <pre>{@code
 * SecretReference.env("PBS_PASSWORD");   // env:PBS_PASSWORD
 * SecretReference.file("/root/pbs.pw");  // file:/root/pbs.pw
 * SecretReference.prompt();              // prompt
 * SecretReference.parse("hunter2");      // refused: clear text
 * }</pre>
 *
 * @param kind where to look
 * @param name name of the variable or path of the file; empty for a prompt
 * @since 0.1
 */
public record SecretReference(Kind kind, String name) implements Comparable<SecretReference> {

  /**
   * Where to look for a secret.
   *
   * @since 0.1
   */
  public enum Kind {
    /** In an environment variable of the process that runs the script. */
    ENV,
    /** In a file on the machine where the script runs; the first line is the secret. */
    FILE,
    /** Somebody types it in when the script runs. */
    PROMPT
  }

  private static final String ENV_PREFIX = "env:";
  private static final String FILE_PREFIX = "file:";
  private static final String PROMPT_TEXT = "prompt";

  private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]{0,127}");
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_@%+=:,.-]+){1,64}");
  private static final int LONGEST_PATH = 1024;

  private static final Comparator<SecretReference> ORDER =
      Comparator.comparing(SecretReference::kind).thenComparing(SecretReference::name);

  /**
   * Refuses names that the kind does not allow.
   *
   * @param kind where to look
   * @param name name of the variable or path of the file
   * @throws InvalidValueException if the name is no name of a variable or no absolute path
   */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public SecretReference {
    switch (kind) {
      case ENV -> requireVariable(name);
      case FILE -> requirePath(name);
      case PROMPT -> requireNoName(name);
    }
  }

  /**
   * {@return the secret in an environment variable}
   *
   * @param name upper-case letters, digits and underscores, no digit first
   * @throws InvalidValueException if the name is of another form
   */
  public static SecretReference env(String name) {
    return new SecretReference(Kind.ENV, name);
  }

  /**
   * {@return the secret in the first line of a file}
   *
   * @param path absolute path of letters, digits and {@code _@%+=:,.-}, without {@code ..}
   * @throws InvalidValueException if the path is of another form
   */
  public static SecretReference file(String path) {
    return new SecretReference(Kind.FILE, path);
  }

  /** {@return the secret that somebody types in} */
  public static SecretReference prompt() {
    return new SecretReference(Kind.PROMPT, "");
  }

  /**
   * {@return the reference with this text}
   *
   * @param text {@code env:NAME}, {@code file:/path} or {@code prompt}
   * @throws InvalidValueException if the text is none of these; the message does not repeat it, it
   *     may be a secret
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SecretReference parse(String text) {
    if (text.equals(PROMPT_TEXT)) {
      return prompt();
    }
    if (text.startsWith(ENV_PREFIX)) {
      return env(text.substring(ENV_PREFIX.length()));
    }
    if (text.startsWith(FILE_PREFIX)) {
      return file(text.substring(FILE_PREFIX.length()));
    }
    throw new InvalidValueException(
        "this text is not a reference to a secret",
        "A clear-text secret cannot be put in a plan. Write env:NAME, file:/path or prompt.");
  }

  private static void requireVariable(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(name) + "\" is not the name of an environment variable",
          "Use upper-case letters, digits and underscores, for example PBS_PASSWORD.");
    }
  }

  private static void requirePath(String path) {
    boolean wellFormed = path.length() <= LONGEST_PATH && PATH.matcher(path).matches();
    if (!wellFormed || (path + "/").contains("/../")) {
      throw new InvalidValueException(
          "\"" + path + "\" is not the absolute path of a file",
          "Use a path like /root/pbs.pw: no blanks, quotes, shell characters or \"..\".");
    }
  }

  private static void requireNoName(String name) {
    if (!name.isEmpty()) {
      throw new InvalidValueException(
          "a prompt for a secret has no name", "Use SecretReference.prompt().");
    }
  }

  /** By kind, then by name. */
  @Override
  public int compareTo(SecretReference other) {
    return ORDER.compare(this, other);
  }

  /** {@code env:NAME}, {@code file:/path} or {@code prompt}. */
  @JsonValue
  @Override
  public String toString() {
    return switch (kind) {
      case ENV -> ENV_PREFIX + name;
      case FILE -> FILE_PREFIX + name;
      case PROMPT -> PROMPT_TEXT;
    };
  }
}
