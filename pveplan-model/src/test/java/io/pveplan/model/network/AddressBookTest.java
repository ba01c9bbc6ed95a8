package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.StorageServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressBookTest {

  private static final IpAddress SERVER = IpAddress.parse("10.0.0.5");

  private static final AddressBook BOOK = ResolvedPlan.of(ClusterPlan.builder()
          .name("prod")
          .addNetwork(Network.builder()
              .name("mgmt")
              .subnet(Subnet.parse("10.0.0.0/24"))
              .gateway(IpAddress.parse("10.0.0.1"))
              .addVip(VirtualAddress.builder()
                  .address(IpAddress.parse("10.0.0.4"))
                  .purpose("proxy of the API")
                  .build())
              .build())
          .addDnsServers(IpAddress.parse("10.0.0.1"), IpAddress.parse("2001:db8::53"))
          .addTimeServers("ntp.example.net", "10.0.0.9")
          .addCircuits(ups("feed-a"), ups("feed-b"))
          .addSwitch(Switch.builder()
              .name("sw1")
              .managementAddress(on("10.0.0.201/24"))
              .build())
          .addNode(Node.builder()
              .name("pve1")
              .addTimeServers("10.0.0.9", "10.0.0.10")
              .addInterface(
                  Nic.builder().name("eno1").addAddress(on("10.0.0.11/24")).build())
              .hardware(Hardware.builder()
                  .bmc(Bmc.builder()
                      .controller(BmcKind.IPMI)
                      .address(on("10.0.0.11/24"))
                      .build())
                  .build())
              .build())
          .addStorageServer(
              StorageServer.builder().name("nas").addAddress(SERVER).build())
          .addStorages(nfs("files", "10.0.0.5"), nfs("more", "10.0.0.6"), nfs("named", "filer"))
          .build())
      .addresses();

  private static InterfaceAddress on(String address) {
    return new InterfaceAddress(HostAddress.parse(address), Optional.of("mgmt"));
  }

  private static Circuit ups(String circuit) {
    return Circuit.builder()
        .name(circuit)
        .ups("ups-1")
        .upsAddress(on("10.0.0.240/24"))
        .build();
  }

  private static NfsStorage nfs(String id, String server) {
    return NfsStorage.builder().id(id).server(server).export("/export").build();
  }

  @Test
  void every_address_is_there_with_what_has_it() {
    assertThat(BOOK.all().stream().map(use -> use.address() + " " + use + " at " + use.path()))
        .containsExactly(
            "10.0.0.1 gateway of network mgmt at network/mgmt",
            "10.0.0.4 virtual address of network mgmt (proxy of the API) at network/mgmt/10.0.0.4",
            "10.0.0.11 node pve1 (eno1) at node/pve1/eno1",
            "10.0.0.11 management controller of node pve1 at node/pve1/bmc",
            "10.0.0.201 switch sw1 at switch/sw1",
            "10.0.0.240 UPS ups-1 at circuit/feed-a",
            "10.0.0.240 UPS ups-1 at circuit/feed-b",
            "10.0.0.5 storage server nas at storage-server/nas",
            "10.0.0.6 server of storage more at storage/more",
            "10.0.0.1 name server at cluster/dnsServers",
            "2001:db8::53 name server at cluster/dnsServers",
            "10.0.0.9 time server at cluster/timeServers",
            "10.0.0.10 time server at node/pve1/timeServers");
  }

  @Test
  void an_address_is_found() {
    assertThat(BOOK.of(SERVER))
        .extracting(AddressUse::path)
        .containsExactly(PlanPath.of("storage-server", "nas"));
    assertThat(BOOK.of(IpAddress.parse("10.0.0.99"))).isEmpty();
  }

  @Test
  void what_is_shared_comes_together() {
    assertThat(BOOK.shared().stream()
            .map(uses -> uses.stream().map(AddressUse::kind).toList()))
        .containsExactly(
            List.of(AddressKind.GATEWAY, AddressKind.NAME_SERVER),
            List.of(AddressKind.NODE, AddressKind.BMC),
            List.of(AddressKind.UPS, AddressKind.UPS));
  }

  @Test
  void what_has_an_address_of_a_range() {
    assertThat(BOOK.within(AddressRange.parse("10.0.0.4-10.0.0.6")))
        .extracting(AddressUse::kind)
        .containsExactly(AddressKind.VIP, AddressKind.STORAGE_SERVER, AddressKind.STORAGE);
    assertThat(BOOK.within(AddressRange.parse("2001:db8::1-2001:db8::ff")))
        .extracting(AddressUse::kind)
        .containsExactly(AddressKind.NAME_SERVER);
    assertThat(BOOK.within(AddressRange.parse("10.0.0.6-10.0.0.4"))).isEmpty();
  }
}
