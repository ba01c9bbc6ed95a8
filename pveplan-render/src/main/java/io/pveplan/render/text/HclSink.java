package io.pveplan.render.text;

import java.util.Optional;

/**
 * Takes blocks piece by piece: to write them at once, or to keep them. Whoever describes a resource
 * needs not know which.
 *
 * <pre>{@code
 * HclFile file = new HclFile();
 * file.open("resource", "proxmox_virtual_environment_pool", "web").set("pool_id", "web").close();
 * file.open("variable", "endpoint").set("type", "a").set("type", "b").close();  // refused: twice
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface HclSink permits HclFile, HclBlockSink {

  /**
   * Begins a block, at the end of the open one if there is one.
   *
   * @param type an identifier, for example {@code resource}
   * @param labels identifiers; Terraform takes nothing else for a label
   * @return this
   * @throws io.pveplan.model.InvalidValueException if one of them is no identifier
   */
  HclSink open(String type, String... labels);

  /**
   * Ends the open block.
   *
   * @return this
   * @throws io.pveplan.model.InvalidValueException if a text in it has no form in Terraform's
   *     language, or the name of an attribute is no identifier
   * @throws IllegalArgumentException if an attribute is set twice in one block
   * @throws IllegalStateException if none is open
   */
  HclSink close();

  /**
   * Sets an attribute of the open block. What is wrong with it may show when the block ends.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   * @return this
   */
  HclSink set(String name, HclValue value);

  /**
   * Sets a string attribute of the open block.
   *
   * @param name an identifier that is not set yet
   * @param text its value
   * @return this
   */
  HclSink set(String name, String text);

  /**
   * Sets a number attribute of the open block.
   *
   * @param name an identifier that is not set yet
   * @param number its value
   * @return this
   */
  default HclSink set(String name, long number) {
    return set(name, HclValue.number(number));
  }

  /**
   * Sets a boolean attribute of the open block.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   * @return this
   */
  default HclSink set(String name, boolean value) {
    return set(name, HclValue.bool(value));
  }

  /**
   * Sets a string attribute of the open block, if there is one.
   *
   * @param name an identifier that is not set yet
   * @param text its value; without it nothing is set
   * @return this
   */
  default HclSink set(String name, Optional<String> text) {
    return text.isPresent() ? set(name, text.get()) : this;
  }
}
