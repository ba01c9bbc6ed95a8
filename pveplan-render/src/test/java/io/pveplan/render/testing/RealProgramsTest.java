package io.pveplan.render.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The judges are of use only if they find something. */
class RealProgramsTest {

  @Test
  void bash_finds_an_open_quote() {
    refuses(() -> RealPrograms.acceptShell("#!/bin/bash\necho 'a\n"), "unexpected EOF");
  }

  @Test
  void shellcheck_finds_a_word_that_splits() {
    refuses(() -> RealPrograms.acceptShell("#!/bin/bash\ncat $1\n"), "SC2086");
  }

  @Test
  void ifupdown2_finds_an_unknown_bond_mode() {
    refuses(
        () -> RealPrograms.acceptInterfaces(
            "auto bond0\niface bond0 inet manual\n\tbond-slaves none\n\tbond-mode best\n"),
        "bond-mode");
  }

  @Test
  void terraform_finds_an_unaligned_attribute() {
    refuses(() -> RealPrograms.formatByTerraform("a = 1\nbcd = 2\n"), "a   = 1");
  }

  @Test
  void the_formatter_of_terraform_finds_an_unaligned_attribute() {
    refuses(() -> RealPrograms.formatAsPackage("a = 1\nbcd = 2\n"), "a   = 1");
  }

  @Test
  void the_parser_of_hashicorp_finds_a_broken_escape() {
    refuses(() -> RealPrograms.hclAsJson("a = \"\\x41\"\n"), "Invalid escape sequence");
  }

  @Test
  void python_finds_a_wrong_indentation() {
    refuses(() -> RealPrograms.yamlAsJson("a: 1\n b: 2\n"), "mapping values are not allowed");
  }

  @Test
  void yamllint_finds_a_key_twice() {
    refuses(() -> RealPrograms.acceptYaml("a: 1\na: 2\n"), "key-duplicates");
  }

  @Test
  void cloud_init_finds_a_wrong_type() {
    refuses(
        () -> RealPrograms.acceptUserData("#cloud-config\npackages: 3\n"),
        "is not of type 'array'");
  }

  @Test
  void cloud_init_finds_a_version_it_does_not_know() {
    refuses(() -> RealPrograms.acceptNetworkConfig("version: 3\nethernets: {}\n"), "version");
  }

  @Test
  void netplan_finds_a_gateway_that_is_no_address() {
    refuses(() -> RealPrograms.acceptNetworkConfig("""
        version: 2
        ethernets:
          eth0:
            addresses: ["10.0.0.2/24"]
            routes:
            - to: "0.0.0.0/0"
              via: "10.0.0"
        """), "10.0.0");
  }

  private static void refuses(ThrowingCallable judge, String reason) {
    Throwable thrown = catchThrowable(judge);
    if (thrown instanceof TestAbortedException missing) {
      throw missing;
    }
    assertThat(thrown).isInstanceOf(AssertionError.class).hasMessageContaining(reason);
  }
}
