package io.pveplan.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The documentation of a class rule, kept on the class so that it can not drift.
 *
 * <p>Texts flow: line breaks and repeated blanks count as one blank.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleInfo {

  /**
   * Two to eight capital letters, a dash and three digits: {@code NET-003} passes, {@code net-3} is
   * refused. Never reused and never given another meaning.
   *
   * @return the id, as it stands in reports and waivers
   */
  String id();

  /** {@return how bad a finding of this rule is, unless the rule book says otherwise} */
  Severity severity();

  /** {@return what is the case when the rule reports, as a sentence without a final period} */
  String summary();

  /** {@return what goes wrong because of it, and the mechanism} */
  String why() default "";

  /** {@return what to change, as a sentence; a finding may bring a better one} */
  String remedy();

  /** {@return where it is written: documentation and section, or source file} */
  String[] sources() default {};

  /** {@return version of the library or of the pack that brought the rule} */
  String since() default "";
}
