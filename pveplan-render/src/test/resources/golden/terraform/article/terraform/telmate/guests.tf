resource "proxmox_vm_qemu" "web01" {
  name               = "web01"
  vmid               = 210
  target_node        = "pve1"
  description        = ""
  tags               = "prod;web"
  clone_id           = 9000
  full_clone         = true
  power_state        = "running"
  start_at_node_boot = false
  agent              = 1
  memory             = 4096
  balloon            = 4096
  scsihw             = "virtio-scsi-single"
  qemu_os            = "l26"
  ciuser             = "ops"
  ciupgrade          = false
  cicustom           = "vendor=snip:snippets/210-web01-vendor-data.yaml"
  searchdomain       = "example.net"
  nameserver         = "10.0.0.2 10.0.0.3"
  sshkeys = join("\n", [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops@example.net",
  ])
  ipconfig0 = "ip=10.0.1.50/24,gw=10.0.1.1"

  cpu {
    cores   = 4
    sockets = 1
    type    = "x86-64-v2-AES"
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
          size      = "32G"
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
    macaddr = "BC:24:11:00:1A:40"
    tag     = 110
  }

  lifecycle {
    ignore_changes = [clone_id, full_clone, cicustom]
  }
}
