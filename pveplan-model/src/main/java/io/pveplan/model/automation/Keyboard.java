package io.pveplan.model.automation;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Keyboard layout that the installer sets up (proxmox-installer-types, answer.rs).
 *
 * @since 0.1
 */
public enum Keyboard {
  /** German. */
  DE("de"),

  /** Swiss German. */
  DE_CH("de-ch"),

  /** Danish. */
  DK("dk"),

  /** British English. */
  EN_GB("en-gb"),

  /** American English. */
  EN_US("en-us"),

  /** Spanish. */
  ES("es"),

  /** Finnish. */
  FI("fi"),

  /** French. */
  FR("fr"),

  /** Belgian French. */
  FR_BE("fr-be"),

  /** Canadian French. */
  FR_CA("fr-ca"),

  /** Swiss French. */
  FR_CH("fr-ch"),

  /** Hungarian. */
  HU("hu"),

  /** Icelandic. */
  IS("is"),

  /** Italian. */
  IT("it"),

  /** Japanese. */
  JP("jp"),

  /** Lithuanian. */
  LT("lt"),

  /** Macedonian. */
  MK("mk"),

  /** Dutch. */
  NL("nl"),

  /** Norwegian. */
  NO("no"),

  /** Polish. */
  PL("pl"),

  /** Portuguese. */
  PT("pt"),

  /** Brazilian Portuguese. */
  PT_BR("pt-br"),

  /** Swedish. */
  SE("se"),

  /** Slovenian. */
  SI("si"),

  /** Turkish. */
  TR("tr");

  private final String text;

  Keyboard(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
