package io.pveplan.render.text;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A typed value of Terraform's language.
 *
 * <pre>{@code
 * HclValue.text("${not} an interpolation");                // "$${not} an interpolation"
 * HclValue.number(2048);                                   // 2048
 * HclValue.reference("var", "token");                      // var.token
 * HclValue.list(HclValue.text("a"), HclValue.text("b"));   // ["a", "b"]
 * HclValue.object().with("source", "bpg/proxmox");
 * HclValue.call("file", HclValue.text("~/.ssh/id.pub"));   // file("~/.ssh/id.pub")
 * HclValue.reference("var.token");                         // refused: a dot in a name
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface HclValue extends HclItem
    permits HclText, HclNumber, HclWord, HclReference, HclList, HclObject, HclCall, HclFor {

  /**
   * A string. Terraform reads it in Unicode normalization form C whatever is written, so that is
   * the form it is held in.
   *
   * @param text any text without U+0000 and without halves of surrogate pairs
   * @throws io.pveplan.model.InvalidValueException if it has one of them
   */
  static HclValue text(String text) {
    return new HclText(text);
  }

  /**
   * A whole number.
   *
   * @param number the number
   */
  static HclValue number(long number) {
    return new HclNumber(number);
  }

  /**
   * A number.
   *
   * @param number the number, written in full and never with an exponent
   */
  static HclValue number(BigDecimal number) {
    return number.scale() <= 0 && number.precision() - number.scale() < 19
        ? number(number.longValueExact())
        : new HclWord(number.toPlainString());
  }

  /**
   * A boolean.
   *
   * @param value true or false
   */
  static HclValue bool(boolean value) {
    return value ? HclWord.TRUE : HclWord.FALSE;
  }

  /** The absent value, {@code null}. */
  static HclValue absent() {
    return HclWord.NULL;
  }

  /**
   * A reference, for example {@code var.token}; also a type or a bare attribute name.
   *
   * @param root first name
   * @param names further names
   * @throws io.pveplan.model.InvalidValueException if a name is no identifier
   */
  static HclReference reference(String root, String... names) {
    HclReference reference = HclReference.of(root);
    for (String name : names) {
      reference = reference.attribute(name);
    }
    return reference;
  }

  /**
   * A list.
   *
   * @param values its elements
   */
  static HclValue list(List<? extends HclValue> values) {
    return new HclList(List.copyOf(values));
  }

  /**
   * A list.
   *
   * @param values its elements
   */
  static HclValue list(HclValue... values) {
    return list(List.of(values));
  }

  /**
   * A list of strings.
   *
   * @param texts its elements
   */
  static HclValue texts(Collection<String> texts) {
    HclValue[] values = new HclValue[texts.size()];
    int at = 0;
    for (String text : texts) {
      values[at++] = text(text);
    }
    return list(values);
  }

  /** An object without entries. */
  static HclObject object() {
    return HclObject.EMPTY;
  }

  /**
   * An object with many entries.
   *
   * @param entries its entries in their order; two keys that Unicode normalization makes one are
   *     refused
   */
  static HclObject object(Map<String, ? extends HclValue> entries) {
    return HclObject.of(entries);
  }

  /**
   * An object made of another one: for each of its entries one with the same key.
   *
   * <pre>{@code
   * HclValue.forEach("name", "vm", HclValue.reference("vms", "web"), HclValue.reference("vm", "id"));
   *     // { for name, vm in vms.web : name => vm.id } on three lines
   * }</pre>
   *
   * @param key name of the key, an identifier
   * @param value name of the value, an identifier
   * @param source the other object
   * @param result the value of an entry
   */
  static HclValue forEach(String key, String value, HclReference source, HclValue result) {
    return new HclFor(HclNames.identifier(key), HclNames.identifier(value), source, result);
  }

  /**
   * A function call, or a type with a parameter.
   *
   * @param function name of the function
   * @param arguments its arguments
   */
  static HclValue call(String function, HclValue... arguments) {
    return new HclCall(HclNames.identifier(function), Arrays.asList(arguments));
  }
}
