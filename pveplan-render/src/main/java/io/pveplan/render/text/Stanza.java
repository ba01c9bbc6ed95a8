package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One {@code iface} block of an interfaces file.
 *
 * <pre>{@code
 * Stanza.of("vmbr0", Stanza.Family.INET, Stanza.Method.STATIC)
 *     .auto()
 *     .option("address", "198.51.100.11/24")
 *     .option("bridge-ports", "bond0")
 *     .comment("management");
 * Stanza.of("vm br0", Stanza.Family.INET, Stanza.Method.MANUAL);  // refused: blank in a name
 * }</pre>
 *
 * @since 0.1
 */
public final class Stanza {

  /** The address family of a stanza. */
  public enum Family {
    /** IPv4, and interfaces without address. */
    INET,
    /** IPv6. */
    INET6
  }

  /** How the interface gets its addresses. */
  public enum Method {
    /** The loopback interface. */
    LOOPBACK,
    /** No address. */
    MANUAL,
    /** The addresses of the stanza. */
    STATIC,
    /** From a DHCP server. */
    DHCP,
    /** From router advertisements, IPv6 only. */
    AUTO
  }

  // ifupdown2 reads *, ? and [..] in a name as a pattern.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]+");
  // ifupdown2 joins what stands around a backslash, on the next line too; a percent sign makes it
  // read the whole file as a Mako template, which can run programs.
  private static final Pattern UNREADABLE = Pattern.compile("[\\\\%]");
  private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9_-]*");

  private final String name;
  private final Family family;
  private final Method method;
  private final boolean auto;
  private final List<String> options;
  private final List<String> comments;

  private Stanza(
      String name,
      Family family,
      Method method,
      boolean auto,
      List<String> options,
      List<String> comments) {
    this.name = name;
    this.family = family;
    this.method = method;
    this.auto = auto;
    this.options = List.copyOf(options);
    this.comments = List.copyOf(comments);
  }

  /**
   * A stanza without options.
   *
   * @param name name of the interface
   * @param family the address family; a second family of one interface is a stanza of its own
   * @param method how it gets its addresses
   * @throws InvalidValueException if the name has other characters than letters, digits and {@code
   *     _.:-}
   */
  public static Stanza of(String name, Family family, Method method) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValueException(
          "'" + name + "' is no name of an interface",
          "Use letters, digits and '_', '.', ':', '-'.");
    }
    return new Stanza(name, family, method, false, List.of(), List.of());
  }

  /** The same, brought up at boot. */
  public Stanza auto() {
    return new Stanza(name, family, method, true, options, comments);
  }

  /**
   * The same with an option.
   *
   * @param option name of the option, for example {@code bridge-ports}
   * @param value one line, without blanks around it, backslashes and percent signs
   * @throws InvalidValueException if the value does not fit
   */
  public Stanza option(String option, String value) {
    if (!OPTION.matcher(option).matches()) {
      throw new IllegalArgumentException("'" + option + "' is no option");
    }
    Lines.trimmed(value, option);
    if (UNREADABLE.matcher(value).find()) {
      throw new InvalidValueException(
          option + " '" + value + "' is not read as it stands",
          "Remove backslash and percent sign.");
    }
    return new Stanza(name, family, method, auto, and(options, option + " " + value), comments);
  }

  /**
   * The same with an option that is a number.
   *
   * @param option name of the option
   * @param value the number
   */
  public Stanza option(String option, int value) {
    return option(option, Integer.toString(value));
  }

  /**
   * The same with an option, if it has a value.
   *
   * @param option name of the option
   * @param value as in {@link #option(String, String)}; without it nothing is added
   */
  public Stanza option(String option, Optional<String> value) {
    return value.map(text -> option(option, text)).orElse(this);
  }

  /**
   * The same with an option that is a number, if it has a value.
   *
   * @param option name of the option
   * @param value the number; without it nothing is added
   */
  public Stanza option(String option, OptionalInt value) {
    return value.isPresent() ? option(option, value.getAsInt()) : this;
  }

  /**
   * The same with an option under a condition.
   *
   * @param condition whether to add it
   * @param option name of the option
   * @param value as in {@link #option(String, String)}
   */
  public Stanza optionIf(boolean condition, String option, String value) {
    return condition ? option(option, value) : this;
  }

  /**
   * The same with a comment. It stands after the options, where Proxmox keeps it.
   *
   * @param text any text; it ends up on one line, without backslashes and percent signs, and as
   *     nothing when it is blank
   */
  public Stanza comment(String text) {
    String line = commentText(text);
    return line.isEmpty()
        ? this
        : new Stanza(name, family, method, auto, options, and(comments, line));
  }

  /**
   * What {@link #comment} writes of a text: whoever has to write it as it stands compares.
   *
   * @param text any text
   */
  public static String commentText(String text) {
    return Lines.comment(UNREADABLE.matcher(text).replaceAll(" "));
  }

  /** Name of the interface. */
  public String name() {
    return name;
  }

  /** What no other stanza of a file may have: name and family. */
  String key() {
    return name + " " + word(family);
  }

  /** The stanza's lines, without the empty line that follows it. */
  String lines() {
    StringBuilder out = new StringBuilder();
    if (auto) {
      out.append("auto ").append(name).append('\n');
    }
    out.append("iface ").append(name).append(' ').append(word(family)).append(' ');
    out.append(word(method)).append('\n');
    options.forEach(option -> out.append('\t').append(option).append('\n'));
    comments.forEach(comment -> out.append('#').append(comment).append('\n'));
    return out.toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> and(List<String> list, String more) {
    List<String> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }
}
