package io.pveplan.rules;

import java.util.List;

/**
 * Rules of one area, the unit of discovery. Meant to be implemented, by a public class with a
 * public constructor without parameters; the rule classes themselves may be package-private.
 *
 * <pre>{@code
 * public final class AcmeRules implements RulePack {
 *   public String name() {
 *     return "acme";
 *   }
 *
 *   public String title() {
 *     return "House rules of Acme";
 *   }
 *
 *   public List<Rule> rules() {
 *     return List.of(new MissingAssetNumber(), new ForeignVlan());
 *   }
 * }
 * }</pre>
 *
 * <p>{@link RuleBook#standard()} finds a pack that is named in {@code
 * META-INF/services/io.pveplan.rules.RulePack} (class path) or provided by a {@code module-info}
 * (module path); {@link RuleBook#with(RulePack)} takes any other.
 *
 * @since 0.1
 */
public interface RulePack {

  /** {@return short name, unique in a rule book: small letters, digits and dashes, {@code acme}} */
  String name();

  /** {@return what the rules are about, for headings; not blank} */
  String title();

  /** {@return the rules, in any order; asked once for each rule book} */
  List<Rule> rules();
}
