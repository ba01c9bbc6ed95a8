output "containers" {
  description = "VMID, node and addresses of each container."
  value = {
    all_example_net = {
      vm_id     = proxmox_virtual_environment_container.all_example_net.vm_id
      node_name = proxmox_virtual_environment_container.all_example_net.node_name
      ipv4      = proxmox_virtual_environment_container.all_example_net.ipv4
      ipv6      = proxmox_virtual_environment_container.all_example_net.ipv6
    }
    moved = {
      vm_id     = proxmox_virtual_environment_container.moved.vm_id
      node_name = proxmox_virtual_environment_container.moved.node_name
      ipv4      = proxmox_virtual_environment_container.moved.ipv4
      ipv6      = proxmox_virtual_environment_container.moved.ipv6
    }
  }
}
