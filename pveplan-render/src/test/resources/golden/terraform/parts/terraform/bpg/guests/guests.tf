resource "proxmox_virtual_environment_vm" "web" {
  name                = "web"
  vm_id               = 200
  node_name           = "pve1"
  started             = true
  on_boot             = false
  scsi_hardware       = "virtio-scsi-single"
  keyboard_layout     = "de-ch"
  pool_id             = "prod/web"
  migrate             = true
  reboot_after_update = false
  stop_on_destroy     = true

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

  network_device {
    bridge = "vmbr1"
    model  = "virtio"
  }

  lifecycle {
    ignore_changes = [node_name, keyboard_layout]
  }
}

resource "proxmox_virtual_environment_vm" "db" {
  name            = "db"
  vm_id           = 201
  node_name       = "pve2"
  started         = true
  on_boot         = false
  scsi_hardware   = "virtio-scsi-single"
  keyboard_layout = "de-ch"
  protection      = true
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

  network_device {
    bridge = "vmbr1"
    model  = "virtio"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [node_name, keyboard_layout]
  }
}
