package io.pveplan.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DatacenterTest {

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void what_datacenter_cfg_can_not_say_is_refused() {
    refused(
        () -> Datacenter.builder().macPrefix("BD:24:11").build(),
        "\"BD:24:11\" is not the beginning of a unicast MAC address");
    refused(
        () -> Datacenter.builder().keyboard("xx").build(),
        "there is no keyboard layout \"xx\" in Proxmox VE");
    refused(
        () -> Datacenter.builder().language("de_DE").build(),
        "there is no language \"de_DE\" in Proxmox VE");
    refused(() -> Datacenter.builder().emailFrom("ops").build(), "\"ops\" is not a mail address");
    refused(
        () -> Datacenter.builder().maxWorkers(0).build(),
        "number of workers 0 is outside 1 to 1000000");
    refused(() -> Datacenter.builder().description("a\nb").build(), "is not a line of text");
    refused(() -> Datacenter.builder().addRegisteredTag("a;b").build(), "\"a;b\" is not a tag");
    refused(() -> UserTagAccess.builder().addList("a b").build(), "\"a b\" is not a tag");
  }

  @Test
  void limits_below_one_kibibyte_would_be_none() {
    refused(
        () -> BandwidthLimits.builder().move(new DataRate(8191)).build(),
        "limit 8191bit/s is less than 1 KiB/s");
    assertThat(BandwidthLimits.builder().move(new DataRate(8192)).build().move())
        .contains(new DataRate(8192));
  }

  @Test
  void vmids_run_upwards() {
    refused(
        () -> NextIds.builder().lower(99).build(), "lowest VMID 99 is outside 100 to 999999999");
    refused(
        () -> NextIds.builder().upper(1_000_000_001).build(),
        "upper VMID 1000000001 is outside 100 to 1000000000");
    refused(
        () -> NextIds.builder().lower(300).upper(200).build(),
        "VMIDs from 300 to below 200 run backwards");
    refused(
        () -> NextIds.builder().lower(2_000_000).build(),
        "VMIDs from 2000000 to below 1000000 run backwards");
  }

  @Test
  void a_tag_has_one_color() {
    TagColor red = new TagColor("prod", "aa0000", Optional.empty());

    refused(
        () -> TagStyle.builder()
            .addColors(red, new TagColor("prod", "00aa00", Optional.empty()))
            .build(),
        "tag prod has two colors");
    refused(() -> new TagColor("prod", "red", Optional.empty()), "\"red\" is not a color");
    assertThat(red).hasToString("prod:aa0000");
    assertThat(new TagColor("prod", "aa0000", Optional.of("ffffff")))
        .hasToString("prod:aa0000:ffffff");
  }

  @Test
  void the_numbers_of_moves_that_balance_are_limited() {
    refused(
        () -> AutoRebalance.builder().threshold(101).build(), "threshold 101 is outside 0 to 100");
    refused(() -> AutoRebalance.builder().margin(-1).build(), "margin -1 is outside 0 to 100");
    refused(
        () -> AutoRebalance.builder().holdRounds(-1).build(),
        "number of rounds -1 is outside 0 to 1000000");
  }

  @Test
  void the_same_is_refused_in_json() {
    refusedJson("""
        {"macPrefix": "BD:24:11", "keyboard": "xx", "maxWorkers": 0}""", """
        the plan can not exist, 3 problems:
          plan.datacenter.macPrefix: "BD:24:11" is not the beginning of a unicast MAC address\
         [NET-040]
              Write up to three bytes, the first one even, and perhaps one more digit, for\
         example BC:24:11 or BC:24:11:0.
          plan.datacenter.keyboard: there is no keyboard layout "xx" in Proxmox VE
              Use one of: de, de-ch, da, en-gb, en-us, es, fi, fr, fr-be, fr-ca, fr-ch, hu, is,\
         it, ja, lt, mk, nl, no, pl, pt, pt-br, sv, sl, tr.
          plan.datacenter.maxWorkers: number of workers 0 is outside 1 to 1000000
              Use a number from 1 to 1000000.""");
    refusedJson("""
        {"nextIds": {"lower": 300, "upper": 200}, "console": "java",
         "tagStyle": {"colors": [{"tag": "prod", "background": "red"}]}}""", """
        the plan can not exist, 3 problems:
          plan.datacenter.nextIds: VMIDs from 300 to below 200 run backwards
              Name the lower one first; without an upper one it is 1000000.
          plan.datacenter.console: "java" can not stand here
              Write one of: vv, html5, xtermjs.
          plan.datacenter.tagStyle.colors[0]: "red" is not a color
              Write six hexadecimal digits for red, green and blue, for example aa0000.""");
  }

  private static void refusedJson(String datacenter, String message) {
    assertThatThrownBy(
            () -> PlanFormat.JSON.read("{\"name\": \"prod\", \"datacenter\": " + datacenter + "}"))
        .isInstanceOf(PlanDefinitionException.class)
        .hasMessage(message);
  }
}
