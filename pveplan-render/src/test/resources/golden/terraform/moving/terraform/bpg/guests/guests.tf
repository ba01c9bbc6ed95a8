resource "proxmox_virtual_environment_file" "app" {
  for_each = toset(["pve1", "pve2"])

  content_type = "snippets"
  datastore_id = "local"
  node_name    = each.value

  source_raw {
    file_name = "200-app-vendor-data.yaml"
    data      = join("\n", ["#cloud-config", "package_update: true", "packages:", "- nginx", ""])
  }
}

resource "proxmox_virtual_environment_vm" "app" {
  name            = "app"
  vm_id           = 200
  node_name       = "pve1"
  started         = true
  on_boot         = true
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
    datastore_id = "nas"
    size         = 8
    replicate    = true
  }

  disk {
    interface    = "scsi1"
    datastore_id = "tank-vm"
    size         = 1
    replicate    = false
  }

  initialization {
    datastore_id        = "nas"
    interface           = "ide2"
    upgrade             = false
    vendor_data_file_id = "local:snippets/200-app-vendor-data.yaml"
  }

  operating_system {
    type = "l26"
  }

  depends_on = [proxmox_virtual_environment_file.app]

  lifecycle {
    ignore_changes = [node_name, initialization[0].vendor_data_file_id]
  }
}

resource "proxmox_virtual_environment_vm" "idle" {
  name            = "idle"
  vm_id           = 201
  node_name       = "pve1"
  started         = false
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
    datastore_id = "nas"
    size         = 8
    replicate    = true
  }

  lifecycle {
    ignore_changes = [node_name]
  }
}
