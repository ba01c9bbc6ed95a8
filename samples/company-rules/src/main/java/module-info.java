/** The house rules of Acme for Proxmox VE. */
module com.example.acme.rules {
  requires transitive io.pveplan.rules;

  exports com.example.acme.rules;

  provides io.pveplan.rules.RulePack with
      com.example.acme.rules.AcmeRules;
}
