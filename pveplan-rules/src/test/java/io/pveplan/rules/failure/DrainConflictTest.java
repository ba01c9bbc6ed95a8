package io.pveplan.rules.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrainConflictTest {

  private final DrainConflict conflict = new DrainConflict(List.of("a", "b", "c", "d"));

  private void exclude(String constraint, String... nodes) {
    for (String node : nodes) {
      conflict.exclude(node, constraint);
    }
  }

  @Test
  void one_that_is_enough_is_told_alone() {
    exclude("one", "a");
    exclude("two", "b", "c");
    exclude("all", "a", "b", "c", "d");

    assertThat(conflict.smallest()).containsExactly("all");
  }

  @Test
  void the_smallest_set_is_found_among_others() {
    exclude("one", "a");
    exclude("left", "a", "b");
    exclude("middle", "b", "c");
    exclude("right", "c", "d");

    assertThat(conflict.smallest()).containsExactly("left", "right");
  }

  @Test
  void a_larger_set_has_nothing_to_spare() {
    exclude("ab", "a", "b");
    exclude("a", "a");
    exclude("b", "b");
    exclude("c", "c");
    exclude("d", "d");

    assertThat(conflict.smallest()).containsExactly("ab", "c", "d");

    DrainConflict each = new DrainConflict(List.of("a", "b", "c", "d"));
    each.exclude("a", "1");
    each.exclude("b", "1");
    each.exclude("a", "2");
    each.exclude("b", "3");
    each.exclude("c", "4");
    each.exclude("d", "5");
    assertThat(each.smallest()).containsExactly("1", "4", "5");
  }

  @Test
  void four_that_are_all_needed_are_told() {
    exclude("a", "a");
    exclude("b", "b");
    exclude("c", "c");
    exclude("d", "d");

    assertThat(conflict.smallest()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void there_is_none_while_a_node_is_left() {
    exclude("most", "a", "b", "c");

    assertThat(conflict.smallest()).isEmpty();
    assertThat(conflict.excludes("a")).isTrue();
    assertThat(conflict.excludes("d")).isFalse();
  }
}
