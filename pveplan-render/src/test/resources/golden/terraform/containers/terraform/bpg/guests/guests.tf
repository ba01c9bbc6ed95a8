resource "proxmox_virtual_environment_container" "all_example_net" {
  vm_id         = 300
  node_name     = "pve1"
  description   = "Says $${it}"
  tags          = ["infra"]
  unprivileged  = false
  started       = true
  start_on_boot = true
  pool_id       = "infra"
  protection    = true

  operating_system {
    template_file_id = "nas:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst"
    type             = "debian"
  }

  cpu {
    cores = 2
    limit = 1.5
    units = 50
  }

  memory {
    dedicated = 1024
    swap      = 0
  }

  disk {
    datastore_id = "nas"
    size         = 8
    replicate    = true
  }

  mount_point {
    path      = "/srv/data"
    volume    = "nas"
    size      = "20G"
    replicate = true
    backup    = true
  }

  mount_point {
    path      = "/srv/files"
    volume    = "/tank/files"
    replicate = true
    read_only = true
    shared    = true
  }

  device_passthrough {
    path       = "/dev/dri/renderD128"
    mode       = "0660"
    uid        = 1
    gid        = 104
    deny_write = true
  }

  features {
    nesting = true
    keyctl  = true
    fuse    = true
    mount   = ["nfs"]
  }

  initialization {
    hostname = "all.example.net"

    dns {
      domain  = "example.net"
      servers = ["10.0.0.2"]
    }

    ip_config {
      ipv4 {
        address = "10.0.1.60/24"
        gateway = "10.0.1.1"
      }
    }

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }
  }

  network_interface {
    name        = "eth0"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:00:25:80"
    vlan_id     = 110
    mtu         = 1400
    rate_limit  = 10
    firewall    = true
  }

  network_interface {
    name        = "eth1"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:00:25:81"
  }

  startup {
    order      = 1
    up_delay   = 10
    down_delay = 20
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes = [
      node_name,
      pool_id,
      operating_system,
      unprivileged,
      disk[0].datastore_id,
      disk[0].size,
      mount_point,
    ]
  }
}

resource "proxmox_virtual_environment_container" "moved" {
  vm_id         = 301
  node_name     = "pve1"
  unprivileged  = true
  started       = false
  start_on_boot = false

  operating_system {
    template_file_id = "nas:vztmpl/almalinux-9-default.tar.xz"
    type             = "centos"
  }

  cpu {
    cores = 1
  }

  memory {
    dedicated = 512
    swap      = 512
  }

  disk {
    datastore_id = "nas"
    size         = 4
    replicate    = true
  }

  initialization {
    hostname = "moved"
  }

  lifecycle {
    ignore_changes = [
      node_name,
      pool_id,
      operating_system,
      unprivileged,
      disk[0].datastore_id,
      disk[0].size,
      mount_point,
    ]
  }
}
