output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = merge(
    {
      web__300 = {
        name                 = proxmox_vm_qemu.web__300.name
        vmid                 = proxmox_vm_qemu.web__300.vmid
        current_node         = proxmox_vm_qemu.web__300.current_node
        default_ipv4_address = proxmox_vm_qemu.web__300.default_ipv4_address
        default_ipv6_address = proxmox_vm_qemu.web__300.default_ipv6_address
      }
    },
    {
      for name, guest in proxmox_vm_qemu.web : name => {
        name                 = guest.name
        vmid                 = guest.vmid
        current_node         = guest.current_node
        default_ipv4_address = guest.default_ipv4_address
        default_ipv6_address = guest.default_ipv6_address
      }
    },
  )
}
