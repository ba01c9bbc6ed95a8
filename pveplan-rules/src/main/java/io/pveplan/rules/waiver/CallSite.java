package io.pveplan.rules.waiver;

import io.pveplan.model.Origin;

/** Finds the line of user code: the first one outside of the classes that write waivers. */
final class CallSite {

  private static final StackWalker WALKER = StackWalker.getInstance();

  private CallSite() {}

  static Origin here() {
    return WALKER.walk(frames -> frames
        .filter(frame -> !frame.getClassName().equals(CallSite.class.getName()))
        .filter(frame -> !frame.getClassName().equals(Waivers.class.getName()))
        .findFirst()
        .map(frame -> origin(frame.toStackTraceElement()))
        .orElseThrow());
  }

  private static Origin origin(StackTraceElement frame) {
    String file = frame.getFileName();
    return new Origin(
        frame.getClassName(), file == null ? "unknown" : file, Math.max(0, frame.getLineNumber()));
  }
}
