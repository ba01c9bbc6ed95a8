package io.pveplan.rules.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.Visible;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private static Waiver waiver(String key) {
    return new Waiver(key, "a reason", "somebody", DAY, Optional.empty(), Optional.empty());
  }

  private static Finding finding(String rule, String... path) {
    return new Finding(
        rule,
        Severity.ERROR,
        new PlanPath(List.of(path)),
        "it is broken",
        Map.of(),
        "Repair it.",
        List.of(),
        Optional.empty());
  }

  @ParameterizedTest(name = "{0} waives {1}: {2}")
  @CsvSource({
    "NET-011[node/pve1/vmbr0], node/pve1/vmbr0, true",
    "NET-011[node/pve1/vmbr0], node/pve1/vmbr0/x, false",
    "NET-011[node/pve1/vmbr0], node/pve1/vmbr01, false",
    "NET-011[node/pve1/vmbr0, node/pve1/vmbr0, true",
    "NET-011[node/pve1, node/pve1/vmbr0, true",
    "NET-011[node/pve1, node/pve1, true",
    "NET-011[node/pve1, node/pve10, false",
    "NET-011[node/pve1, node/pve10/vmbr0, false",
    "NET-011[node/pve1/, node/pve1/vmbr0, true",
    "NET-011[node/pve1/, node/pve1, false",
    "NET-011[node, node/pve1, true",
    "NET-011[no, node/pve1, false",
    "NET-011, node/pve1, true",
    "NET-, node/pve1, true",
    "NET-012, node/pve1, false",
    "NET-012[node/pve1], node/pve1, false",
    "CLU-, node/pve1, false",
    "ET-, node/pve1, false"
  })
  void it_waives_a_finding_or_what_begins_with_a_name(String key, String path, boolean waives) {
    assertThat(waiver(key).matches(finding("NET-011", path.split("/")))).isEqualTo(waives);
  }

  @Test
  void an_area_is_not_the_beginning_of_another_area() {
    assertThat(waiver("NET-").matches(finding("NETX-011", "cluster"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NET",
        "NET-01",
        "NET-0111",
        "net-011",
        "N-011",
        "NET-011[",
        "NET-011[]",
        "NET-011(node/pve1)",
        "NET-[node/pve1]",
        "NET-011 ",
        " NET-011",
        "*",
        "NET-011[node/a\nb]",
        "NET-011[node/\u202Ea]"
      })
  void another_key_is_refused(String key) {
    assertThatThrownBy(() -> waiver(key))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("\"" + Visible.text(key) + "\" is no key of a finding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MY-003 node/pve1",
        "MY-003 node/pve1:",
        "MY-003: node/pve1",
        "MY-003(node/pve1)",
        "MY-003 [node/pve1]"
      })
  void a_key_that_is_written_otherwise_is_shown_as_it_should_be(String key) {
    assertThatThrownBy(() -> waiver(key))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("\"" + key + "\" is no key of a finding")
        .extracting(refused -> ((InvalidValueException) refused).advice())
        .isEqualTo("Write MY-003[node/pve1].");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOPE-1", "my-003[node/pve1]", "003[node/pve1]", "NET"})
  void a_key_without_the_id_of_a_rule_is_told_what_one_looks_like(String key) {
    assertThatThrownBy(() -> waiver(key))
        .isInstanceOf(InvalidValueException.class)
        .extracting(refused -> ((InvalidValueException) refused).advice())
        .isEqualTo("A key begins with the id of a rule: two to eight capital letters, a dash and"
            + " three digits. Write a key as reports show it, NET-011[node/pve1/vmbr0], or its"
            + " beginning up to a name: NET-011[node/pve1, NET-011 or NET-.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WVR-", "WVR-001", "WVR-001[waiver/NET-011]"})
  void what_is_said_of_waivers_is_not_waived(String key) {
    assertThatThrownBy(() -> waiver(key))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("\"" + key + "\" would waive what is said of waivers");
  }

  @Test
  void it_holds_on_its_last_day() {
    assertThat(waiver("NET-011").isExpired(DAY)).isFalse();
    assertThat(waiver("NET-011").isExpired(DAY.plusDays(1))).isTrue();
  }

  @Test
  void its_texts_flow() {
    Waiver waiver = new Waiver(
        "NET-011",
        " two\n  lines\t",
        "net\u202Eteam",
        DAY,
        Optional.of("OPS-1\n"),
        Optional.empty());

    assertThat(waiver).hasToString("two lines (net\\u202eteam, until 2026-12-31, OPS-1)");
  }

  @Test
  void an_empty_text_is_refused() {
    assertThatThrownBy(
            () -> new Waiver("NET-011", " \n", "somebody", DAY, Optional.empty(), Optional.empty()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("its reason is empty");
  }

  @Provide
  Arbitrary<String> name() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMinLength(1).ofMaxLength(12),
        Arbitraries.strings().withChars("ab/[]- \n").ofMinLength(1).ofMaxLength(8));
  }

  @Property
  void the_key_of_a_finding_waives_it_whatever_its_name(@ForAll("name") String name) {
    Finding finding = finding("NET-011", "node", name);

    assertThat(waiver(finding.key()).matches(finding)).isTrue();
  }

  @Property
  void the_key_of_a_finding_waives_no_other(
      @ForAll("name") String name, @ForAll("name") String other) {
    Finding finding = finding("NET-011", "node", name);
    Finding another = finding("NET-011", "node", other);
    Assume.that(!finding.key().equals(another.key()));

    assertThat(waiver(finding.key()).matches(another)).isFalse();
  }

  @Property
  void the_beginning_of_a_subject_waives_it_and_what_is_below(
      @ForAll("name") String name, @ForAll("name") String below, @ForAll("name") String longer) {
    // An end that looks like the end of a key makes it one.
    Assume.that(!name.endsWith("]") && !name.endsWith("/") && !longer.startsWith("/"));
    Waiver waiver = waiver("NET-011[" + PlanPath.of("node", name));

    assertThat(waiver.matches(finding("NET-011", "node", name))).isTrue();
    assertThat(waiver.matches(finding("NET-011", "node", name, below))).isTrue();
    assertThat(waiver.matches(finding("NET-011", "node", name + longer))).isFalse();
    assertThat(waiver.matches(finding("NET-012", "node", name))).isFalse();
  }
}
