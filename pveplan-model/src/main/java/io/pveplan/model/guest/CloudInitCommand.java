package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pveplan.model.InvalidValueException;
import java.util.List;

/**
 * A command that cloud-init runs at the first start, word by word: no shell reads it.
 *
 * <pre>{@code
 * CloudInitCommand.of("systemctl", "restart", "nginx");
 * CloudInitCommand.of();                                 // refused: no program
 * }</pre>
 *
 * @param words program and arguments
 * @since 0.1
 */
public record CloudInitCommand(@JsonValue List<String> words) {

  /** Refuses a command without program, and words that no document could hold. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CloudInitCommand {
    words = List.copyOf(words);
    if (words.isEmpty() || words.get(0).isEmpty()) {
      throw new InvalidValueException(
          "a command has no program", "Write the program first, then each argument by itself.");
    }
    words.forEach(word -> CloudInitForm.requireText("command", word));
  }

  /** A command of these words. */
  public static CloudInitCommand of(String... words) {
    return new CloudInitCommand(List.of(words));
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
