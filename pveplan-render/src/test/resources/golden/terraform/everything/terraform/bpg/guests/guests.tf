resource "proxmox_virtual_environment_vm" "all" {
  name          = "all"
  vm_id         = 100
  node_name     = "pve1"
  description   = "Says $${it} 100%%{} \"all\""
  tags          = ["a", "b"]
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-pci"
  machine       = "q35"
  bios          = "ovmf"
  pool_id       = "prod/web"
  protection    = true
  boot_order    = ["scsi0", "net1"]
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
    cores   = 3
    sockets = 2
    type    = "EPYC-Milan"
    flags   = ["+pdpe1gb", "-md-clear"]
    numa    = true
    limit   = 2
    units   = 200
  }

  memory {
    dedicated = 1024
    floating  = 1024
  }

  disk {
    interface    = "scsi0"
    datastore_id = "tank-vm"
    size         = 4
    replicate    = true
    cache        = "writeback"
    aio          = "threads"
    discard      = "on"
    iothread     = true
    ssd          = true
    backup       = false
  }

  disk {
    interface    = "scsi1"
    datastore_id = "nas"
    size         = 2
    replicate    = true
  }

  cdrom {
    interface = "ide0"
    file_id   = "nas:iso/debian-13.iso"
  }

  initialization {
    datastore_id = "tank-vm"
    interface    = "ide2"
    upgrade      = false

    dns {
      domain = "example.net"
    }

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }

    user_account {
      username = "ops"
    }
  }

  efi_disk {
    datastore_id      = "nas"
    file_format       = "raw"
    type              = "4m"
    pre_enrolled_keys = true
  }

  tpm_state {
    datastore_id = "nas"
    version      = "v2.0"
  }

  operating_system {
    type = "win11"
  }

  vga {
    type   = "qxl"
    memory = 32
  }

  serial_device {
    device = "socket"
  }

  startup {
    order      = 2
    up_delay   = 30
    down_delay = 300
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0C:80"
    vlan_id     = 12
    firewall    = true
  }

  network_device {
    bridge       = "vmbr0"
    model        = "virtio"
    mac_address  = "BC:24:11:00:0C:81"
    mtu          = 1400
    queues       = 4
    rate_limit   = 100
    disconnected = true
  }

  network_device {
    bridge      = "vmbr0"
    model       = "vmxnet3"
    mac_address = "02:00:00:00:00:01"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [clone, efi_disk, tpm_state]
  }
}

resource "proxmox_virtual_environment_vm" "inherits" {
  name            = "inherits"
  vm_id           = 101
  node_name       = "pve1"
  started         = true
  on_boot         = false
  scsi_hardware   = "virtio-scsi-single"
  migrate         = true
  stop_on_destroy = true
  timeout_clone   = 1800

  clone {
    vm_id     = 901
    node_name = "pve2"
    full      = true
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

  disk {
    interface    = "scsi1"
    datastore_id = "nas"
    size         = 3
    replicate    = true
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "e1000e"
    mac_address = "BC:24:11:00:0C:A0"
    vlan_id     = 7
  }

  lifecycle {
    ignore_changes = [clone]
  }
}

resource "proxmox_virtual_environment_vm" "Inherits__102" {
  name          = "Inherits"
  vm_id         = 102
  node_name     = "pve1"
  started       = true
  on_boot       = false
  scsi_hardware = "virtio-scsi-pci"
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
    dedicated = 1024
    floating  = 1024
  }

  disk {
    interface    = "scsi0"
    datastore_id = "nas"
    size         = 4
    replicate    = true
  }

  disk {
    interface    = "scsi1"
    datastore_id = "nas"
    size         = 2
    replicate    = true
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0C:C0"
  }

  lifecycle {
    ignore_changes = [clone]
  }
}

resource "proxmox_virtual_environment_vm" "dual_example_net" {
  name            = "dual.example.net"
  vm_id           = 103
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
    size         = 1536
    replicate    = true
  }

  initialization {
    datastore_id = "tank-vm"
    interface    = "ide2"
    upgrade      = false

    ip_config {
      ipv4 {
        address = "10.0.1.9/24"
        gateway = "10.0.1.1"
      }

      ipv6 {
        address = "2001:db8:1::9/64"
        gateway = "2001:db8:1::1"
      }
    }

    ip_config {
      ipv6 {
        address = "2001:db8:1::a/64"
      }
    }
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0C:E0"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0C:E1"
  }
}

resource "proxmox_virtual_environment_vm" "own" {
  name            = "own"
  vm_id           = 104
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
    size         = 1
    replicate    = true
  }

  initialization {
    datastore_id         = "tank-vm"
    interface            = "ide2"
    upgrade              = false
    user_data_file_id    = "snip:snippets/own-user.yaml"
    network_data_file_id = "snip:snippets/own-network.yaml"
    meta_data_file_id    = "snip:snippets/own-meta.yaml"
    vendor_data_file_id  = "snip:snippets/own-vendor.yaml"

    ip_config {
      ipv4 {
        address = "dhcp"
      }

      ipv6 {
        address = "auto"
      }
    }

    ip_config {
      ipv6 {
        address = "dhcp"
      }
    }
  }

  operating_system {
    type = "l26"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0D:00"
  }

  network_device {
    bridge      = "vmbr0"
    model       = "virtio"
    mac_address = "BC:24:11:00:0D:01"
  }

  lifecycle {
    ignore_changes = [
      initialization[0].user_data_file_id,
      initialization[0].network_data_file_id,
      initialization[0].meta_data_file_id,
      initialization[0].vendor_data_file_id,
    ]
  }
}

resource "proxmox_virtual_environment_file" "mixed" {
  content_type = "snippets"
  datastore_id = "snip"
  node_name    = "pve1"

  source_raw {
    file_name = "105-mixed-vendor-data.yaml"
    data = join("\n", [
      "#cloud-config",
      "write_files:",
      "- path: /etc/motd",
      "  content: |",
      "    100%%{}",
      "    $${it}",
      "runcmd:",
      "- - touch",
      "  - /run/done",
      "",
    ])
  }
}

resource "proxmox_virtual_environment_vm" "mixed" {
  name            = "mixed"
  vm_id           = 105
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
    size         = 1
    replicate    = true
  }

  initialization {
    datastore_id        = "tank-vm"
    interface           = "ide2"
    upgrade             = false
    user_data_file_id   = "snip:snippets/own-user.yaml"
    vendor_data_file_id = "snip:snippets/105-mixed-vendor-data.yaml"
  }

  operating_system {
    type = "l26"
  }

  depends_on = [proxmox_virtual_environment_file.mixed]

  lifecycle {
    ignore_changes = [initialization[0].user_data_file_id, initialization[0].vendor_data_file_id]
  }
}
