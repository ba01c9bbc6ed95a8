package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanPathTest {

  @Test
  void paths_are_in_the_order_of_their_texts() {
    List<PlanPath> paths = List.of(
        PlanPath.of("guest", "200", "scsi0"),
        PlanPath.of("node", "pve1"),
        PlanPath.of("guest", "200"),
        PlanPath.of("guest", "1000"),
        PlanPath.of("guest", "200", "net0"),
        PlanPath.of("guest", "200-b"),
        PlanPath.of("guest"));

    assertThat(paths.stream().sorted().map(PlanPath::toString))
        .containsExactly(
            "guest",
            "guest/1000",
            "guest/200",
            "guest/200-b",
            "guest/200/net0",
            "guest/200/scsi0",
            "node/pve1");
  }

  @Test
  void a_path_goes_further_down() {
    assertThat(PlanPath.of("guest", "200").child("net0"))
        .isEqualTo(PlanPath.of("guest", "200", "net0"))
        .hasToString("guest/200/net0");
    assertThat(PlanPath.of("ha").child("rule", "apart", "db"))
        .isEqualTo(new PlanPath(List.of("ha", "rule", "apart", "db")));
  }

  @Property
  void any_two_paths_compare_as_their_texts(
      @ForAll("paths") PlanPath one, @ForAll("paths") PlanPath other) {
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
  }

  @Provide
  Arbitrary<PlanPath> paths() {
    // What comes before and after the slash, is escaped, or is half of a surrogate pair.
    return Arbitraries.strings()
        .withChars("a0-./~\n\t\\u\u00E4\u200B\uD83D\uDE00 ")
        .ofMaxLength(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(PlanPath::new);
  }
}
