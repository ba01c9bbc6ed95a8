package io.pveplan.render.automation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

  @ParameterizedTest
  @CsvSource({
    "nas, nas",
    "tank-vm, tank-vm",
    "lvm_local, lvm__local",
    "bond1.90, bond1_d90",
    "vmbr0:1, vmbr0_c1",
    "prod/web, prod_sweb",
    "1st, _n1st",
    "-x, _n-x",
    "a b, a_x0020b"
  })
  void names_become_identifiers(String name, String identifier) {
    assertThat(Identifiers.of(name)).isEqualTo(identifier);
  }

  @ParameterizedTest
  @CsvSource({"pbs-1, pbs_m1", "pbs_m1, pbs__m1", "-x, _n_mx", "a.b-c, a_db_mc"})
  void variables_have_names_that_a_shell_takes(String name, String identifier) {
    assertThat(Identifiers.ofVariable(name)).isEqualTo(identifier);
  }

  @Property
  void no_two_names_become_one(
      @ForAll
          @Chars({'_', '.', ':', '/', '-', 'x', 'n', 'd'})
          @CharRange(from = '0', to = '2')
          @StringLength(min = 1, max = 6)
          String one,
      @ForAll
          @Chars({'_', '.', ':', '/', '-', 'x', 'n', 'd'})
          @CharRange(from = '0', to = '2')
          @StringLength(min = 1, max = 6)
          String other) {
    assertThat(Identifiers.of(one).equals(Identifiers.of(other))).isEqualTo(one.equals(other));
    assertThat(Identifiers.of(one)).matches("[A-Za-z_][A-Za-z0-9_-]*");
    assertThat(Identifiers.ofVariable(one).equals(Identifiers.ofVariable(other)))
        .isEqualTo(one.equals(other));
    assertThat(Identifiers.ofVariable(one)).matches("[A-Za-z_][A-Za-z0-9_]*");
  }
}
