resource "proxmox_storage_directory" "files" {
  id            = "files"
  content       = ["iso", "snippets"]
  path          = "/srv/files"
  shared        = true
  preallocation = "off"

  backups {
    max_protected_backups = 5
  }
}

resource "proxmox_storage_nfs" "nas" {
  id                       = "nas"
  content                  = ["images", "import"]
  server                   = "10.0.0.5"
  export                   = "/export/pve"
  snapshot_as_volume_chain = true
}

resource "proxmox_storage_cifs" "smb" {
  id           = "smb"
  content      = ["iso"]
  server       = "10.0.0.6"
  share        = "pve$"
  username     = "pve"
  password     = var.password_of_smb
  domain       = "EXAMPLE"
  subdirectory = "/pve"
  options      = "noserverino"

  lifecycle {
    ignore_changes = [password]
  }
}
