package io.pveplan.rules.waiver;

import io.pveplan.model.Origin;
import java.util.Optional;

/**
 * A waiver as somebody wrote it, complete or not: a key that stands twice is told also where the
 * rest is wrong.
 *
 * @param key the key
 * @param line where it is written
 * @param waiver the waiver, empty if something is wrong with it
 */
record WrittenWaiver(String key, Origin line, Optional<Waiver> waiver) {

  static WrittenWaiver of(Waiver waiver) {
    return new WrittenWaiver(waiver.key(), waiver.declaredAt().orElseThrow(), Optional.of(waiver));
  }
}
