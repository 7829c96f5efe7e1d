package org.radcam.network.weights.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;

/** Storages as entries {@code data/KEY} of a zip archive. */
final class ZipStorages implements StorageBytes {
  private final TorchArchive archive;
  private final ByteOrder order;

  ZipStorages(TorchArchive archive, ByteOrder order) {
    this.archive = archive;
    this.order = order;
  }

  @Override
  public OptionalLong length(String key) {
    return archive
        .entry("data/" + key)
        .map(entry -> OptionalLong.of(entry.getSize()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public ByteBuffer read(String key) throws IOException {
    ZipEntry entry = archive.entry("data/" + key).orElseThrow();
    return ByteBuffer.wrap(archive.content(entry)).order(order);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
