package io.pveplan.rules.fluent;

/** A condition that is no combination: a verb with what belongs to it, or its opposite. */
final class Simple<T> extends Condition<T> {

  private static final String TO_BE = "are ";
  private static final String TO_HAVE = "have ";

  private final String words;
  private final Claim<? super T> claim;
  private final boolean negative;

  private Simple(String words, Claim<? super T> claim, boolean negative) {
    this.words = words;
    this.claim = claim;
    this.negative = negative;
  }

  static <T> Condition<T> of(String words, Claim<? super T> claim) {
    return new Simple<T>(Words.of("a condition", words), claim, false);
  }

  @Override
  Truth test(Subject<? extends T> subject) {
    Truth truth = claim.holds(subject);
    return negative ? truth.negated() : truth;
  }

  @Override
  void tell(Subject<? extends T> subject, Account account) {
    claim.tell(subject, account);
  }

  @Override
  Condition<T> negated() {
    return new Simple<T>(words, claim, !negative);
  }

  @Override
  String plural() {
    if (!negative) {
      return words;
    }
    return words.startsWith(TO_BE) ? "are not " + afterToBe() : "do not " + words;
  }

  @Override
  String singular() {
    if (words.startsWith(TO_BE)) {
      return (negative ? "is not " : "is ") + afterToBe();
    }
    if (negative) {
      return "does not " + words;
    }
    return words.startsWith(TO_HAVE) ? "has " + words.substring(TO_HAVE.length()) : words;
  }

  @Override
  String demand() {
    String positive = words.startsWith(TO_BE) ? "be " + afterToBe() : words;
    return negative ? "not " + positive : positive;
  }

  @Override
  String failing() {
    String verb = words.startsWith(TO_BE) ? "is" : "does";
    return negative ? verb : verb + " not";
  }

  private String afterToBe() {
    return words.substring(TO_BE.length());
  }
}
