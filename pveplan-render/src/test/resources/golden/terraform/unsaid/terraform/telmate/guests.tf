resource "proxmox_vm_qemu" "clone" {
  name               = "clone"
  vmid               = 100
  target_node        = "pve1"
  description        = ""
  clone_id           = 900
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 1
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  boot               = "order=scsi0"
  ciuser             = "ops"
  ciupgrade          = false

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  vga {
    type = "serial0"
  }

  serial {
    id   = 0
    type = "socket"
  }

  disks {
    ide {
      ide0 {
        cdrom {
          iso = "nas:iso/drivers.iso"
        }
      }

      ide2 {
        cloudinit {
          storage = "nas"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage   = "nas"
          size      = "4G"
          format    = "qcow2"
          replicate = true
        }
      }
    }
  }

  lifecycle {
    ignore_changes = [clone_id, full_clone]
  }
}

resource "proxmox_vm_qemu" "kinds" {
  name               = "kinds"
  vmid               = 101
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  vga {
    type = "qxl"
  }

  disks {
    scsi {
      scsi0 {
        disk {
          storage   = "lun"
          size      = "8G"
          format    = "raw"
          replicate = true
        }
      }

      scsi1 {
        disk {
          storage   = "smb"
          size      = "8G"
          format    = "raw"
          replicate = true
          cache     = "writeback"
        }
      }

      scsi2 {
        disk {
          storage   = "mapped"
          size      = "8G"
          format    = "raw"
          replicate = true
          cache     = "writethrough"
        }
      }

      scsi3 {
        disk {
          storage   = "mapped"
          size      = "8G"
          format    = "raw"
          replicate = true
        }
      }

      scsi4 {
        disk {
          storage   = "tank-vm"
          size      = "8G"
          format    = "raw"
          replicate = true
        }
      }

      scsi5 {
        disk {
          storage   = "lun"
          size      = "8G"
          format    = "raw"
          replicate = true
          asyncio   = "io_uring"
        }
      }
    }
  }
}

resource "proxmox_vm_qemu" "windows" {
  name               = "windows"
  vmid               = 102
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  machine            = "q35"
  bios               = "ovmf"
  qemu_os            = "win11"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  efidisk {
    storage           = "files"
    format            = "qcow2"
    efitype           = "4m"
    pre_enrolled_keys = false
  }

  tpm_state {
    storage = "tank-vm"
    version = "v2.0"
  }

  vga {
    type = "virtio"
  }

  disks {
    scsi {
      scsi0 {
        disk {
          storage   = "files"
          size      = "32G"
          format    = "qcow2"
          replicate = true
        }
      }
    }
  }

  pci {
    id         = 0
    mapping_id = "gpu"
  }

  lifecycle {
    ignore_changes = [efidisk, tpm_state]
  }
}
