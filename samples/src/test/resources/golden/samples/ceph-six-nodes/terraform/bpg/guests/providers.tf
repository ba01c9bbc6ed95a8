provider "proxmox" {
  endpoint  = var.endpoint
  api_token = var.api_token
  insecure  = var.insecure

  ssh {
    agent    = true
    username = var.ssh_username

    node {
      name    = "pve1"
      address = "10.60.0.11"
    }

    node {
      name    = "pve2"
      address = "10.60.0.12"
    }

    node {
      name    = "pve3"
      address = "10.60.0.13"
    }

    node {
      name    = "pve4"
      address = "10.60.0.14"
    }

    node {
      name    = "pve5"
      address = "10.60.0.15"
    }

    node {
      name    = "pve6"
      address = "10.60.0.16"
    }
  }
}
