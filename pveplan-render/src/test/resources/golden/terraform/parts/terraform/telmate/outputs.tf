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
    db = {
      name                 = proxmox_vm_qemu.db.name
      vmid                 = proxmox_vm_qemu.db.vmid
      current_node         = proxmox_vm_qemu.db.current_node
      default_ipv4_address = proxmox_vm_qemu.db.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.db.default_ipv6_address
    }
  }
}
