provider "proxmox" {
  endpoint  = var.endpoint
  api_token = var.api_token
  insecure  = var.insecure

  ssh {
    agent    = true
    username = var.ssh_username

    node {
      name    = "nodeA"
      address = "10.10.0.10"
    }

    node {
      name    = "nodeB"
      address = "10.10.0.11"
    }

    node {
      name    = "nodeC"
      address = "10.10.0.12"
    }
  }
}
