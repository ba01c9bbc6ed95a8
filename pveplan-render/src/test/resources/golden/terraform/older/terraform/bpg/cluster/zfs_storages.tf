resource "proxmox_virtual_environment_storage_zfspool" "tank-vm" {
  id             = "tank-vm"
  content        = ["images", "rootdir"]
  nodes          = ["pve1", "pve2"]
  zfs_pool       = "tank/vm"
  thin_provision = true
  blocksize      = "16k"
}

resource "proxmox_virtual_environment_storage_zfspool" "tank-ct" {
  id             = "tank-ct"
  content        = ["images", "rootdir"]
  nodes          = ["pve1"]
  zfs_pool       = "tank/ct"
  thin_provision = false
}
