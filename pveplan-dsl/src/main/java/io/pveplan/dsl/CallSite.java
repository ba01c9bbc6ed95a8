package io.pveplan.dsl;

import io.pveplan.model.Origin;
import java.util.Arrays;
import java.util.Optional;

/** Finds the line of user code: the first one outside of the DSL and the model. */
final class CallSite {

  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final String DSL = CallSite.class.getPackageName();
  private static final String MODEL = "io.pveplan.model";

  private CallSite() {}

  static Optional<Origin> here() {
    return WALKER.walk(frames -> frames
        .filter(frame -> foreign(frame.getClassName()))
        .findFirst()
        .map(frame -> origin(frame.toStackTraceElement())));
  }

  /** The line on which a leaf such as {@code gib(-1)} was refused. */
  static Optional<Origin> of(Throwable refused) {
    return Arrays.stream(refused.getStackTrace())
        .filter(frame -> foreign(frame.getClassName()))
        .findFirst()
        .map(CallSite::origin);
  }

  /** Whether the DSL or the model failed, not user code that they call. */
  static boolean isInside(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
        .findFirst()
        .filter(name -> !foreign(name))
        .isPresent();
  }

  private static Origin origin(StackTraceElement frame) {
    String file = frame.getFileName();
    return new Origin(
        frame.getClassName(), file == null ? "unknown" : file, Math.max(0, frame.getLineNumber()));
  }

  private static boolean foreign(String className) {
    int dot = className.lastIndexOf('.');
    String pack = dot < 0 ? "" : className.substring(0, dot);
    return !pack.equals(DSL)
        && !pack.equals(MODEL)
        && !pack.startsWith(MODEL + ".")
        && !pack.startsWith("java.")
        && !pack.startsWith("jdk.");
  }
}
