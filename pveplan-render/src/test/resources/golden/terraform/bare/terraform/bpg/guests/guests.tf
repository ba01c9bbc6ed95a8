resource "proxmox_virtual_environment_vm" "_1_bare" {
  name            = "1.bare"
  vm_id           = 100
  node_name       = "pve1"
  started         = true
  on_boot         = false
  scsi_hardware   = "virtio-scsi-single"
  migrate         = true
  stop_on_destroy = true

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  memory {
    dedicated = 512
    floating  = 512
  }

  disk {
    interface    = "scsi0"
    datastore_id = "tank-vm"
    size         = 8
    replicate    = true
  }
}
