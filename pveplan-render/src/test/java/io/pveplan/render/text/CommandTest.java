package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import io.pveplan.render.testing.RealPrograms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  @Test
  void flags_and_options_follow_the_words() {
    Command command = Command.of("pvesm", "add", "nfs")
        .arg("nas")
        .flag("--server", "192.0.2.60")
        .flag("--maxfiles", 3)
        .option("--options", Optional.of("vers=4.2,soft"))
        .option("--content", Optional.empty())
        .option("--port", OptionalInt.of(2049))
        .option("--other", OptionalInt.empty())
        .flag("--sparse");

    assertThat(command.text())
        .isEqualTo("pvesm add nfs nas --server 192.0.2.60 --maxfiles 3 --options vers=4.2,soft"
            + " --port 2049 --sparse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "/mnt/pve/nas | /mnt/pve/nas",
        "pve@pbs!cluster1 | 'pve@pbs!cluster1'",
        "two words | 'two words'",
        "it's | 'it'\\''s'",
        "$(id) | '$(id)'",
        "~ | \\~",
        "{a,b} | '{a,b}'",
      })
  void words_are_quoted_only_where_the_shell_needs_it(String word, String written) {
    assertThat(Command.of("echo", word).text()).isEqualTo("echo " + written);
  }

  @Test
  void an_empty_word_is_written() {
    assertThat(Command.of("echo", "").text()).isEqualTo("echo ''");
  }

  @Test
  void a_secret_is_read_from_the_environment() {
    assertThat(Command.of("pvesm", "set", "nas")
            .flagFromVariable("--password", "NAS_PW")
            .text())
        .isEqualTo("pvesm set nas --password \"$NAS_PW\"");
  }

  @Test
  void a_secret_is_read_from_the_input() {
    Command command = Command.of("pvesm", "add", "pbs", "pbs1").flag("--password", "");

    assertThat(command.inputFromVariable("PBS_PW").text())
        .isEqualTo("pvesm add pbs pbs1 --password '' <<<\"${PBS_PW:?}\"");
    assertThat(command.inputFromFile("/root/pbs pw").text())
        .isEqualTo("pvesm add pbs pbs1 --password '' <'/root/pbs pw'");
  }

  @Test
  void an_input_that_is_not_there_ends_the_script() {
    Command cat = Command.of("cat");

    assertThat(RealPrograms.bash(ShellScript.of()
                .run(cat.inputFromVariable("PVEPLAN_NOT_SET"), cat)
                .text())
            .status())
        .isNotZero();
    assertThat(RealPrograms.bash(ShellScript.of()
                .run(cat.inputFromFile("/pveplan/not/there"), cat)
                .text())
            .status())
        .isNotZero();
  }

  @Test
  void lines_for_input_are_printed_to_it() {
    Command cat = Command.of("cat").inputFromLines(List.of("one", "it's $(two)", "-n"));

    assertThat(cat.text()).isEqualTo("printf '%s\\n' one 'it'\\''s $(two)' -n | cat");
    assertThat(RealPrograms.bash(ShellScript.of().run(cat).text()).succeeded())
        .isEqualTo("one\nit's $(two)\n-n\n");
    assertThatThrownBy(() -> Command.of("cat").inputFromLines(List.of("two\nlines")))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Command.of("cat").inputFromLines(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_value_begins_with_what_a_command_prints() {
    Command echo = Command.of("echo")
        .flagFromCommand("--scsi0", Command.of("echo", "it's  one"), ",discard=on");

    assertThat(echo.text()).isEqualTo("echo --scsi0 \"$(echo 'it'\\''s  one'),discard=on\"");
    assertThat(RealPrograms.bash(ShellScript.of().run(echo).text()).succeeded())
        .isEqualTo("--scsi0 it's  one,discard=on\n");
    assertThatThrownBy(() -> Command.of("echo").flagFromCommand("--a", echo, "$(id)"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_file_for_input_is_an_absolute_path() {
    assertThatThrownBy(() -> Command.of("cat").inputFromFile("pw"))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two\nlines", "\r", "\t", "\0", "\u001b[31m", "\u0085", "\u2028", "\ud83d"})
  void control_characters_are_refused(String word) {
    assertThatThrownBy(() -> Command.of("echo", word)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void an_argument_that_looks_like_an_option_is_refused() {
    assertThatThrownBy(() -> Command.of("rm").arg("-rf"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("argument '-rf' would be read as an option");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a;b", "A=b", "$x"})
  void a_program_has_a_plain_name(String program) {
    assertThatThrownBy(() -> Command.of(program))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "server", "--a b", "--", "--$x", "--a=b"})
  void a_flag_has_a_plain_name(String flag) {
    assertThatThrownBy(() -> Command.of("x").flag(flag, "v"))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 1000)
  void any_word_is_one_line_or_refused(@ForAll("hostile") String word) {
    try {
      assertThat(Command.of("echo", word).text()).doesNotContain("\n", "\r");
    } catch (InvalidValueException refused) {
      assertThat(word.codePoints().anyMatch(c -> c < ' ' || c > '~')).isTrue();
    }
  }

  @Test
  void bash_reads_the_words_that_were_written() {
    Hostile.Sample sample = Hostile.sample(2000).acceptedBy(word -> Command.of("echo", word));
    String script = sample.texts().stream()
        .map(word -> Command.of("printf", "%s\\n", word).flag("--flag", word).text() + "\n")
        .collect(Collectors.joining());

    List<String> lines = RealPrograms.bash(script).succeeded().lines().toList();

    sample.wereRead(IntStream.range(0, lines.size())
        .filter(i -> i % 3 == 0)
        .mapToObj(lines::get)
        .toList());
    sample.wereRead(IntStream.range(0, lines.size())
        .filter(i -> i % 3 == 2)
        .mapToObj(lines::get)
        .toList());
  }

  @Provide
  Arbitrary<String> hostile() {
    return Hostile.texts();
  }
}
