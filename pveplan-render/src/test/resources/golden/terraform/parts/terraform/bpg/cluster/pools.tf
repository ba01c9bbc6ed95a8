resource "proxmox_virtual_environment_pool" "prod" {
  pool_id = "prod"
}

resource "proxmox_virtual_environment_pool" "prod_sweb" {
  pool_id = "prod/web"

  depends_on = [proxmox_virtual_environment_pool.prod]
}
