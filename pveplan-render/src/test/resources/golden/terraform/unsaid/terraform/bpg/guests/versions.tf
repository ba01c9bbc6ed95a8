# Keep .terraform.lock.hcl, which terraform init writes, in version control: it pins the provider.
# Keep the state in a remote backend that few may read: it holds what the guests are made with.
terraform {
  required_version = ">= 1.8.0"

  required_providers {
    proxmox = {
      source  = "bpg/proxmox"
      version = "~> 0.111.1"
    }
  }
}
