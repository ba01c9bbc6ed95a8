package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A command line as a list of arguments; quotes come in when it is written, and only where the shell
 * needs them.
 *
 * <pre>{@code
 * Command.of("pvesm", "add", "nfs").arg("nas").flag("--server", "192.0.2.60").text();
 *     // pvesm add nfs nas --server 192.0.2.60
 * Command.of("echo", "it's $HOME").text();   // echo 'it'\''s $HOME'
 * Command.of("echo", "two\nlines");          // refused
 * }</pre>
 *
 * @since 0.1
 */
public final class Command {

  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9_./+-]+");
  private static final Pattern FLAG = Pattern.compile("--?[A-Za-z0-9][A-Za-z0-9_.-]*");
  private static final Pattern REST = Pattern.compile("[A-Za-z0-9_,=.:/+-]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * One argument, or a flag with its value; lines are broken between these only.
   *
   * @param text as it is written
   * @param flag whether it is a flag
   * @param slip whether quoted text in it looks like a slip to shellcheck
   */
  record Part(String text, boolean flag, boolean slip) {}

  private final List<Part> parts;

  private Command(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * A program with fixed words.
   *
   * @param program name or path of the program
   * @param words arguments; a word that comes from a plan better goes through {@link #arg}
   * @throws io.pveplan.model.InvalidValueException if a word holds a control character
   */
  public static Command of(String program, String... words) {
    if (!PROGRAM.matcher(program).matches()) {
      throw new IllegalArgumentException("'" + program + "' is no name of a program");
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(program, false, false));
    for (String word : words) {
      parts.add(word(word));
    }
    return new Command(parts);
  }

  /**
   * The same with one more argument that the program can not take for an option.
   *
   * @param value any line of text; a dash in front is refused
   * @throws io.pveplan.model.InvalidValueException if it begins with a dash or holds a control
   *     character
   */
  public Command arg(String value) {
    if (value.startsWith("-")) {
      throw new InvalidValueException(
          "argument '" + value + "' would be read as an option",
          "Begin it with another character.");
    }
    return with(word(value));
  }

  /**
   * The same with a flag that has no value.
   *
   * @param name for example {@code --force}
   */
  public Command flag(String name) {
    return with(new Part(flagName(name), true, false));
  }

  /**
   * The same with a flag and its value.
   *
   * @param name for example {@code --server}
   * @param value any line of text
   * @throws io.pveplan.model.InvalidValueException if the value holds a control character
   */
  public Command flag(String name, String value) {
    Part word = word(value);
    return with(new Part(flagName(name) + " " + word.text(), true, word.slip()));
  }

  /**
   * The same with a flag and a number.
   *
   * @param name for example {@code --memory}
   * @param value the number
   */
  public Command flag(String name, long value) {
    return flag(name, Long.toString(value));
  }

  /**
   * The same with a flag and its value, if there is one.
   *
   * @param name for example {@code --options}
   * @param value any line of text; without it nothing is added
   */
  public Command option(String name, Optional<String> value) {
    return value.map(text -> flag(name, text)).orElse(this);
  }

  /**
   * The same with a flag and a number, if there is one.
   *
   * @param name for example {@code --port}
   * @param value the number; without it nothing is added
   */
  public Command option(String name, OptionalInt value) {
    return value.isPresent() ? flag(name, value.getAsInt()) : this;
  }

  /**
   * The same with a flag whose value an environment variable holds when the command runs. For
   * secrets, where the program has no way to prompt.
   *
   * @param name for example {@code --password}
   * @param variable name of the variable; name it to {@link ShellScript#needsVariable} too
   */
  public Command flagFromVariable(String name, String variable) {
    return with(new Part(flagName(name) + " \"$" + variableName(variable) + "\"", true, false));
  }

  /**
   * The same reading its input from an environment variable that must not be empty. For secrets,
   * where the program asks for one: neither the list of processes nor a file shows it.
   *
   * <pre>{@code
   * Command.of("passwd", "--stdin", "ops").inputFromVariable("OPS_PASSWORD");
   *     // passwd --stdin ops <<<"${OPS_PASSWORD:?}"
   * }</pre>
   *
   * @param variable name of the variable
   */
  public Command inputFromVariable(String variable) {
    return with(new Part("<<<\"${" + variableName(variable) + ":?}\"", false, false));
  }

  /**
   * The same reading lines as its input.
   *
   * <pre>{@code
   * Command.of("cat").inputFromLines(List.of("one", "it's two"));
   *     // printf '%s\n' one 'it'\''s two' | cat
   * }</pre>
   *
   * @param lines lines of text, at least one
   * @throws io.pveplan.model.InvalidValueException if a line holds a control character
   */
  public Command inputFromLines(List<String> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("no lines to read");
    }
    List<Part> all = new ArrayList<>();
    all.add(new Part("printf '%s\\n'", false, false));
    lines.forEach(line -> all.add(word(line)));
    all.add(new Part("|", false, false));
    all.addAll(parts);
    return new Command(all);
  }

  /**
   * The same with a flag whose value begins with what another command prints.
   *
   * <pre>{@code
   * Command.of("qm", "set", "200")
   *     .flagFromCommand("--scsi0", Command.of("volume_of", "200", "scsi0"), ",discard=on");
   *     // qm set 200 --scsi0 "$(volume_of 200 scsi0),discard=on"
   * }</pre>
   *
   * @param name for example {@code --scsi0}
   * @param source what prints the beginning
   * @param rest what follows: letters, digits and {@code _,=.:/+-} only
   */
  public Command flagFromCommand(String name, Command source, String rest) {
    if (!REST.matcher(rest).matches()) {
      throw new IllegalArgumentException("'" + rest + "' can not stand between double quotes");
    }
    boolean slip = source.parts.stream().anyMatch(Part::slip);
    return with(new Part(flagName(name) + " \"$(" + source.text() + ")" + rest + "\"", true, slip));
  }

  /**
   * The same reading its input from a file on the machine where it runs.
   *
   * @param path absolute path
   * @throws io.pveplan.model.InvalidValueException if the path is not absolute or holds a control
   *     character
   */
  public Command inputFromFile(String path) {
    if (!path.startsWith("/")) {
      throw new InvalidValueException(
          "'" + path + "' is not an absolute path", "Begin it with a slash.");
    }
    Part word = word(path);
    return with(new Part("<" + word.text(), false, word.slip()));
  }

  /** The command as one line of shell. */
  public String text() {
    List<String> words = new ArrayList<>();
    parts.forEach(part -> words.add(part.text()));
    return String.join(" ", words);
  }

  /** The command as one line of shell. */
  @Override
  public String toString() {
    return text();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Command command && parts.equals(command.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  List<Part> parts() {
    return parts;
  }

  static String variableName(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of an environment variable");
    }
    return name;
  }

  private static String flagName(String name) {
    if (!FLAG.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no flag");
    }
    return name;
  }

  private static Part word(String value) {
    Lines.single(value, "argument");
    return new Part(ShellQuote.word(value), false, ShellQuote.looksLikeSlip(value));
  }

  private Command with(Part part) {
    List<Part> all = new ArrayList<>(parts);
    all.add(part);
    return new Command(all);
  }
}
