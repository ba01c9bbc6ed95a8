output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    web = {
      name                 = proxmox_vm_qemu.web.name
      vmid                 = proxmox_vm_qemu.web.vmid
      current_node         = proxmox_vm_qemu.web.current_node
      default_ipv4_address = proxmox_vm_qemu.web.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.web.default_ipv6_address
    }
    web__fleet = {
      for name, guest in proxmox_vm_qemu.web__fleet : name => {
        name                 = guest.name
        vmid                 = guest.vmid
        current_node         = guest.current_node
        default_ipv4_address = guest.default_ipv4_address
        default_ipv6_address = guest.default_ipv6_address
      }
    }
  }
}
