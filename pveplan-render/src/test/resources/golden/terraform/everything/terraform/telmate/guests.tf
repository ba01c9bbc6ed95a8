resource "proxmox_vm_qemu" "all" {
  name               = "all"
  vmid               = 100
  target_node        = "pve1"
  description        = "Says $${it} 100%%{} \"all\""
  tags               = "a;b"
  clone_id           = 900
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 1
  memory             = 1024
  balloon            = 1024
  scsihw             = "virtio-scsi-pci"
  machine            = "q35"
  bios               = "ovmf"
  qemu_os            = "win11"
  pool               = "prod/web"
  protection         = true
  boot               = "order=scsi0;net1"
  ciuser             = "ops"
  ciupgrade          = false
  searchdomain       = "example.net"
  ipconfig0          = "ip=dhcp"
  ipconfig1          = "ip=dhcp"
  ipconfig2          = "ip=dhcp"

  cpu {
    cores   = 3
    sockets = 2
    type    = "EPYC-Milan"
    numa    = true
    limit   = 2
    units   = 200

    flags {
      md_clear = "off"
      pbpe1gb  = "on"
    }
  }

  efidisk {
    storage           = "nas"
    format            = "raw"
    efitype           = "4m"
    pre_enrolled_keys = true
  }

  tpm_state {
    storage = "nas"
    version = "v2.0"
  }

  vga {
    type = "qxl"
  }

  serial {
    id   = 0
    type = "socket"
  }

  startup_shutdown {
    order            = 2
    startup_delay    = 30
    shutdown_timeout = 300
  }

  disks {
    ide {
      ide0 {
        cdrom {
          iso = "nas:iso/debian-13.iso"
        }
      }

      ide2 {
        cloudinit {
          storage = "tank-vm"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage    = "tank-vm"
          size       = "4G"
          format     = "raw"
          replicate  = true
          cache      = "writeback"
          asyncio    = "threads"
          discard    = true
          iothread   = true
          emulatessd = true
          backup     = false
        }
      }

      scsi1 {
        disk {
          storage   = "nas"
          size      = "2G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  network {
    id       = 0
    model    = "virtio"
    bridge   = "vmbr0"
    macaddr  = "BC:24:11:00:0C:80"
    tag      = 12
    firewall = true
  }

  network {
    id        = 1
    model     = "virtio"
    bridge    = "vmbr0"
    macaddr   = "BC:24:11:00:0C:81"
    mtu       = 1400
    queues    = 4
    rate      = 100
    link_down = true
  }

  network {
    id      = 2
    model   = "vmxnet3"
    bridge  = "vmbr0"
    macaddr = "02:00:00:00:00:01"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [clone_id, full_clone, efidisk, tpm_state]
  }
}

resource "proxmox_vm_qemu" "inherits" {
  name               = "inherits"
  vmid               = 101
  target_node        = "pve1"
  description        = ""
  clone_id           = 901
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciuser             = "root"
  ciupgrade          = false
  cicustom           = "vendor=snip:snippets/901-elsewhere-vendor-data.yaml"
  sshkeys = join("\n", [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt second",
  ])
  ipconfig0 = "ip=dhcp"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  disks {
    ide {
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
          format    = "raw"
          replicate = true
        }
      }

      scsi1 {
        disk {
          storage   = "nas"
          size      = "3G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  network {
    id      = 0
    model   = "e1000e"
    bridge  = "vmbr0"
    macaddr = "BC:24:11:00:0C:A0"
    tag     = 7
  }

  lifecycle {
    ignore_changes = [clone_id, full_clone, cicustom]
  }
}

resource "proxmox_vm_qemu" "Inherits__102" {
  name               = "Inherits"
  vmid               = 102
  target_node        = "pve1"
  description        = ""
  clone_id           = 900
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 1
  memory             = 1024
  balloon            = 1024
  scsihw             = "virtio-scsi-pci"
  qemu_os            = "l26"
  ciupgrade          = true
  ipconfig0          = "ip=dhcp"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  disks {
    ide {
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

      scsi1 {
        disk {
          storage   = "nas"
          size      = "2G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  network {
    id      = 0
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = "BC:24:11:00:0C:C0"
  }

  lifecycle {
    ignore_changes = [clone_id, full_clone]
  }
}

resource "proxmox_vm_qemu" "dual_example_net" {
  name               = "dual.example.net"
  vmid               = 103
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciupgrade          = false
  ipconfig0          = "ip=10.0.1.9/24,gw=10.0.1.1,ip6=2001:db8:1::9/64,gw6=2001:db8:1::1"
  ipconfig1          = "ip6=2001:db8:1::a/64"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  disks {
    ide {
      ide2 {
        cloudinit {
          storage = "tank-vm"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage   = "tank-vm"
          size      = "1536G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  network {
    id      = 0
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = "BC:24:11:00:0C:E0"
  }

  network {
    id      = 1
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = "BC:24:11:00:0C:E1"
  }
}

resource "proxmox_vm_qemu" "own" {
  name               = "own"
  vmid               = 104
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciupgrade          = false
  cicustom           = "user=snip:snippets/own-user.yaml,network=snip:snippets/own-network.yaml,meta=snip:snippets/own-meta.yaml,vendor=snip:snippets/own-vendor.yaml"
  ipconfig0          = "ip=dhcp,ip6=auto"
  ipconfig1          = "ip6=dhcp"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  disks {
    ide {
      ide2 {
        cloudinit {
          storage = "tank-vm"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage   = "tank-vm"
          size      = "1G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  network {
    id      = 0
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = "BC:24:11:00:0D:00"
  }

  network {
    id      = 1
    model   = "virtio"
    bridge  = "vmbr0"
    macaddr = "BC:24:11:00:0D:01"
  }

  lifecycle {
    ignore_changes = [cicustom]
  }
}

resource "proxmox_vm_qemu" "mixed" {
  name               = "mixed"
  vmid               = 105
  target_node        = "pve1"
  description        = ""
  power_state        = "running"
  start_at_node_boot = false
  agent              = 0
  memory             = 512
  balloon            = 512
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciuser             = "ops"
  ciupgrade          = false
  cicustom           = "user=snip:snippets/own-user.yaml,vendor=snip:snippets/105-mixed-vendor-data.yaml"

  cpu {
    cores   = 1
    sockets = 1
    type    = "kvm64"
  }

  disks {
    ide {
      ide2 {
        cloudinit {
          storage = "tank-vm"
        }
      }
    }

    scsi {
      scsi0 {
        disk {
          storage   = "tank-vm"
          size      = "1G"
          format    = "raw"
          replicate = true
        }
      }
    }
  }

  lifecycle {
    ignore_changes = [cicustom]
  }
}
