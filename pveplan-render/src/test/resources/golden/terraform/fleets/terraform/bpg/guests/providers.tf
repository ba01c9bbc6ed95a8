provider "proxmox" {
  endpoint  = var.endpoint
  api_token = var.api_token
  insecure  = var.insecure

  ssh {
    agent    = true
    username = var.ssh_username

    node {
      name    = "pve1"
      address = "10.0.0.11"
    }

    node {
      name    = "pve2"
      address = "10.0.0.12"
    }
  }
}
