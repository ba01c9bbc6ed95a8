resource "proxmox_virtual_environment_vm" "clone" {
  name          = "clone"
  vm_id         = 100
  node_name     = "pve1"
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  boot_order    = ["scsi0"]
  migrate       = true
  timeout_clone = 1800

  clone {
    vm_id     = 900
    node_name = "pve1"
    full      = true
  }

  agent {
    enabled = true
    timeout = "3m"
  }

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
    size         = 4
    replicate    = true
  }

  cdrom {
    interface = "ide0"
    file_id   = "nas:iso/drivers.iso"
  }

  operating_system {
    type = "l26"
  }

  vga {
    type = "serial0"
  }

  serial_device {
    device = "socket"
  }

  lifecycle {
    ignore_changes = [initialization, clone]
  }
}

resource "proxmox_virtual_environment_vm" "kinds" {
  name            = "kinds"
  vm_id           = 101
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
    datastore_id = "lun"
    size         = 8
    replicate    = true
    aio          = "native"
  }

  disk {
    interface    = "scsi1"
    datastore_id = "smb"
    size         = 8
    replicate    = true
    cache        = "writeback"
    aio          = "threads"
  }

  disk {
    interface    = "scsi2"
    datastore_id = "mapped"
    size         = 8
    replicate    = true
    cache        = "writethrough"
    aio          = "threads"
  }

  disk {
    interface    = "scsi3"
    datastore_id = "mapped"
    size         = 8
    replicate    = true
  }

  disk {
    interface    = "scsi4"
    datastore_id = "tank-vm"
    size         = 8
    replicate    = true
  }

  disk {
    interface    = "scsi5"
    datastore_id = "lun"
    size         = 8
    replicate    = true
    aio          = "io_uring"
  }

  vga {
    type   = "qxl"
    memory = 32
  }
}

resource "proxmox_virtual_environment_vm" "windows" {
  name            = "windows"
  vm_id           = 102
  node_name       = "pve1"
  started         = true
  on_boot         = false
  scsi_hardware   = "virtio-scsi-single"
  machine         = "q35"
  bios            = "ovmf"
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
    datastore_id = "files"
    size         = 32
    replicate    = true
  }

  hostpci {
    device  = "hostpci0"
    mapping = "gpu"
    rombar  = true
  }

  efi_disk {
    datastore_id      = "files"
    file_format       = "qcow2"
    type              = "4m"
    pre_enrolled_keys = false
  }

  tpm_state {
    datastore_id = "tank-vm"
    version      = "v2.0"
  }

  operating_system {
    type = "win11"
  }

  vga {
    type   = "virtio"
    memory = 256
  }

  lifecycle {
    ignore_changes = [efi_disk, tpm_state]
  }
}
