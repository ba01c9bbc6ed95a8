package io.pveplan.dsl;

import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/**
 * What stands for a mandatory value that was refused, so that the rest of its object can be looked
 * at. A plan with problems never gets out, and so none of these does.
 */
final class StandIn {

  static final String NAME = "x";
  static final Vmid VMID = Vmid.of(100);
  static final IpAddress ADDRESS = IpAddress.parse("192.0.2.1");
  static final InterfaceAddress OWN_ADDRESS =
      new InterfaceAddress(HostAddress.parse("192.0.2.2/24"), Optional.empty());
  static final CalendarEvent SCHEDULE = CalendarEvent.parse("22:00");
  static final Subnet SUBNET = Subnet.parse("192.0.2.0/24");
  static final VlanTag TAG = VlanTag.of(1);

  static final Volume VOLUME = new Volume("local", "vztmpl", "x.tar");
  static final GuestDisk ROOTFS =
      GuestDisk.builder().slot("rootfs").storage("local").size(DataSize.gib(1)).build();

  private StandIn() {}
}
