package io.pveplan.model;

/** Public keys that were made for these tests; nobody has the private ones. */
final class SshKeys {

  static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHxL" + "yBtyqfnOJ95dmwKDOPpEGtjbxeYDVvqW0MvisLZR";

  static final String RSA =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCsRva+wP0MU5weJti978r0xB/YC0xnNd5LhXjW"
          + "6qt6f46ZZqiknzDLocMdAJwIL636/uS//3yvCH6fo6HsbjJZ4f3s7rph+UcASng3vy7/wFghmQSJ"
          + "rf4cEDBZQQjPpdX7mjkIBFDuweVMWte7e2bulLuOkQOS6wUHICyFseQs0q8LIyKa4iJ8OlWz/ZsP"
          + "cJ43CzzMSgBLQpYOfEuT+JPbWDunB6oknERtbi5qjJbgIHZWWYHGWwLnND/xRp9h42Cwi2JzF0Fy"
          + "LIkPlyOk5ckHNRkRz8VdFqW4bwHAf4DzgD7Xkn4PS10ttXZyaMyRIK5+64+8gba8smHlhov13Gi7";

  private SshKeys() {}
}
