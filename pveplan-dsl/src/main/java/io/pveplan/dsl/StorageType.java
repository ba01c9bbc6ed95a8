package io.pveplan.dsl;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.Objects;
import java.util.function.Function;

/**
 * A storage as a leaf: its type and what that type can not do without. Made by {@link Pveplan#nfs},
 * {@link Pveplan#zfs} and their like, taken by {@link ClusterSpec#storage}.
 *
 * @param <S> scope of what else the type has
 * @since 0.1
 */
public final class StorageType<S extends StorageSpec<S>> {

  private final String id;
  private final Function<Definition, S> scope;

  private StorageType(String id, Function<Definition, S> scope) {
    this.id = Objects.requireNonNull(id, "id");
    this.scope = scope;
  }

  String id() {
    return id;
  }

  S open(Definition definition) {
    return scope.apply(definition);
  }

  static StorageType<StorageSpec.Dir> dir(String id, String path) {
    return new StorageType<>(
        id, d -> new StorageSpec.Dir(d, DirStorage.builder().id(id).directory(path), id));
  }

  static StorageType<StorageSpec.Nfs> nfs(String id, String server, String export) {
    return new StorageType<>(
        id,
        d -> new StorageSpec.Nfs(d, NfsStorage.builder().id(id).server(server).export(export), id));
  }

  static StorageType<StorageSpec.Zfs> zfs(String id, String pool) {
    return new StorageType<>(
        id, d -> new StorageSpec.Zfs(d, ZfsPoolStorage.builder().id(id).pool(pool), id));
  }

  static StorageType<StorageSpec.Lvm> lvm(String id, String vgname) {
    return new StorageType<>(
        id, d -> new StorageSpec.Lvm(d, LvmStorage.builder().id(id).vgname(vgname), id));
  }

  static StorageType<StorageSpec.Iscsi> iscsi(String id, String portal, String target) {
    return new StorageType<>(id, d -> {
      IscsiStorage.Builder storage = IscsiStorage.builder().id(id).target(target);
      StorageSpec.Iscsi spec = new StorageSpec.Iscsi(d, storage, id);
      spec.require("portals", portal, it -> storage.addPortal(Portal.parse(it)));
      return spec;
    });
  }

  static StorageType<StorageSpec.Rbd> rbd(String id, String pool) {
    return new StorageType<>(
        id, d -> new StorageSpec.Rbd(d, RbdStorage.builder().id(id).pool(pool), id));
  }

  static StorageType<StorageSpec.CephFs> cephFs(String id) {
    return new StorageType<>(
        id, d -> new StorageSpec.CephFs(d, CephFsStorage.builder().id(id), id));
  }

  static StorageType<StorageSpec.Pbs> pbs(
      String id, String server, String datastore, String username, SecretReference password) {
    return new StorageType<>(id, d -> {
      PbsStorage.Builder storage = PbsStorage.builder()
          .id(id)
          .server(server)
          .datastore(datastore)
          .username(username)
          .password(password);
      StorageSpec.Pbs spec = new StorageSpec.Pbs(d, storage, id);
      spec.require("password", password, storage::password);
      return spec;
    });
  }
}
