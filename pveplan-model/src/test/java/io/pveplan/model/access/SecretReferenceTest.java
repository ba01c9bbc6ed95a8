package io.pveplan.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {

  @Test
  void a_reference_says_where_the_secret_is() {
    assertThat(SecretReference.env("PBS_PASSWORD")).hasToString("env:PBS_PASSWORD");
    assertThat(SecretReference.file("/root/pbs.pw")).hasToString("file:/root/pbs.pw");
    assertThat(SecretReference.prompt()).hasToString("prompt");
  }

  @Test
  void a_reference_is_read_back() {
    assertThat(SecretReference.parse("env:PBS_PASSWORD"))
        .isEqualTo(SecretReference.env("PBS_PASSWORD"));
    assertThat(SecretReference.parse("file:/root/pbs.pw"))
        .isEqualTo(SecretReference.file("/root/pbs.pw"));
    assertThat(SecretReference.parse("prompt")).isEqualTo(SecretReference.prompt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hunter2", "", "Prompt", "prompt:", "ENV:PBS", "vault:pbs", "/root/pbs.pw"})
  void clear_text_is_refused_and_not_repeated(String text) {
    assertThat(Refusal.of(() -> SecretReference.parse(text)))
        .isEqualTo(
            "this text is not a reference to a secret: A clear-text secret cannot be put in a plan."
                + " Write env:NAME, file:/path or prompt.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pbs", "1PBS", "PBS-PW", "PBS PW", "$PBS", "PBS\n", "${PBS}"})
  void another_name_of_a_variable_is_refused(String name) {
    assertThat(Refusal.of(() -> SecretReference.parse("env:" + name)))
        .isEqualTo("\""
            + name.replace("\n", "\\n")
            + "\" is not the name of an environment variable: Use upper-case letters, digits and"
            + " underscores, for example PBS_PASSWORD.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "pbs.pw",
        "~/pbs.pw",
        "/root/",
        "//root/pbs.pw",
        "/root/../etc/shadow",
        "/root/..",
        "/root/p b",
        "/root/p'b",
        "/root/p\"b",
        "/root/p`b",
        "/root/$(id)",
        "/root/p\nb"
      })
  void another_path_is_refused(String path) {
    assertThat(Refusal.of(() -> SecretReference.file(path)))
        .isEqualTo("\""
            + path.replace("\n", "\\n")
            + "\" is not the absolute path of a file: Use a path like /root/pbs.pw: no blanks,"
            + " quotes, shell characters or \"..\".");
  }

  @Test
  void a_prompt_has_no_name() {
    assertThat(Refusal.of(() -> new SecretReference(SecretReference.Kind.PROMPT, "hunter2")))
        .isEqualTo("a prompt for a secret has no name: Use SecretReference.prompt().");
  }
}
