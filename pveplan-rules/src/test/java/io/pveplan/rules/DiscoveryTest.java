package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  @Test
  void a_pack_named_on_the_class_path_is_in_the_standard_book() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // A directory of its own: on the class path of all tests it would be in every standard book.
    URL directory = DiscoveryTest.class.getResource("/discovery/");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory}, before)) {
      thread.setContextClassLoader(loader);

      assertThat(RuleBook.standard().rules()).extracting(RuleDescription::id).contains("TEST-032");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void a_pack_that_is_not_named_is_not_in_the_standard_book() {
    assertThat(RuleBook.standard().rules())
        .extracting(RuleDescription::id)
        .doesNotContain("TEST-032");
  }
}
