package io.pveplan.dsl;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiProvider;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
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

  static StorageType<StorageSpec.Cifs> cifs(String id, String server, String share) {
    return new StorageType<>(
        id,
        d -> new StorageSpec.Cifs(d, CifsStorage.builder().id(id).server(server).share(share), id));
  }

  static StorageType<StorageSpec.Btrfs> btrfs(String id, String path) {
    return new StorageType<>(
        id, d -> new StorageSpec.Btrfs(d, BtrfsStorage.builder().id(id).directory(path), id));
  }

  static StorageType<StorageSpec.LvmThin> lvmThin(String id, String vgname, String thinPool) {
    return new StorageType<>(
        id,
        d -> new StorageSpec.LvmThin(
            d, LvmThinStorage.builder().id(id).vgname(vgname).thinPool(thinPool), id));
  }

  static StorageType<StorageSpec.IscsiDirect> iscsiDirect(String id, String portal, String target) {
    return new StorageType<>(id, d -> {
      IscsiDirectStorage.Builder storage = IscsiDirectStorage.builder().id(id).target(target);
      StorageSpec.IscsiDirect spec = new StorageSpec.IscsiDirect(d, storage, id);
      spec.require("portal", portal, it -> storage.portal(Portal.parse(it)));
      return spec;
    });
  }

  static StorageType<StorageSpec.ZfsOverIscsi> zfsOverIscsi(
      String id,
      String server,
      String target,
      String pool,
      DataSize blocksize,
      IscsiProvider provider) {
    return new StorageType<>(id, d -> {
      ZfsOverIscsiStorage.Builder storage =
          ZfsOverIscsiStorage.builder().id(id).server(server).target(target).pool(pool);
      StorageSpec.ZfsOverIscsi spec = new StorageSpec.ZfsOverIscsi(d, storage, id);
      spec.require("blocksize", blocksize, storage::blocksize);
      spec.require("provider", provider, storage::provider);
      return spec;
    });
  }

  static StorageType<StorageSpec.ZfsOverIscsi> zfsOverLio(
      String id, String server, String target, String pool, DataSize blocksize, String tpg) {
    return new StorageType<>(id, d -> {
      ZfsOverIscsiStorage.Builder storage = ZfsOverIscsiStorage.builder()
          .id(id)
          .server(server)
          .target(target)
          .pool(pool)
          .provider(IscsiProvider.LIO);
      StorageSpec.ZfsOverIscsi spec = new StorageSpec.ZfsOverIscsi(d, storage, id);
      spec.require("blocksize", blocksize, storage::blocksize);
      spec.require("lioTpg", tpg, storage::lioTpg);
      return spec;
    });
  }

  static StorageType<StorageSpec.Esxi> esxi(
      String id, String server, String username, SecretReference password) {
    return new StorageType<>(id, d -> {
      EsxiStorage.Builder storage = EsxiStorage.builder().id(id).server(server).username(username);
      StorageSpec.Esxi spec = new StorageSpec.Esxi(d, storage, id);
      spec.require("password", password, storage::password);
      return spec;
    });
  }
}
