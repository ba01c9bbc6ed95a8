package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests run on the class path; users may run on the module path, where Jackson meets closed packages. */
class ModulePathTest {

  private static final ModuleLayer LAYER = layer();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "access.SecretReference, \"env:PBS_PASSWORD\"",
        "guest.Vmid, 200",
        "network.AddressRange, \"10.0.0.1-10.0.0.9\"",
        "network.HostAddress, \"10.20.0.11/24\"",
        "network.IpAddress, \"10.0.0.1\"",
        "network.MacAddress, \"BC:24:11:00:02:00\"",
        "network.Mtu, 9000",
        "network.Subnet, \"10.20.0.0/24\"",
        "network.VlanRange, \"100-199\"",
        "network.VlanTag, 110",
        "time.CalendarEvent, \"*/15\"",
        "unit.DataRate, \"25Gbit/s\"",
        "unit.DataSize, \"8GiB\"",
      })
  void a_value_reads_and_writes_json_on_the_module_path(String type, String json)
      throws ReflectiveOperationException {
    Class<?> value = LAYER.findLoader("io.pveplan.model").loadClass("io.pveplan.model." + type);
    Class<?> mapper = LAYER
        .findLoader("tools.jackson.databind")
        .loadClass("tools.jackson.databind.json.JsonMapper");
    Object jackson = mapper.getConstructor().newInstance();

    Object read =
        mapper.getMethod("readValue", String.class, Class.class).invoke(jackson, json, value);
    Object written = mapper.getMethod("writeValueAsString", Object.class).invoke(jackson, read);

    assertThat(value.getModule().isNamed()).isTrue();
    assertThat(read).isInstanceOf(value);
    assertThat(written).isEqualTo(json);
  }

  private static ModuleLayer layer() {
    Path[] classPath = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toArray(Path[]::new);
    ModuleLayer boot = ModuleLayer.boot();
    Configuration modules = boot.configuration()
        .resolve(ModuleFinder.of(classPath), ModuleFinder.of(), Set.of("io.pveplan.model"));
    return boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
  }
}
