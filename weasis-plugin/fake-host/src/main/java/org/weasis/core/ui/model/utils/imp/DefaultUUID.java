package org.weasis.core.ui.model.utils.imp;

import java.util.UUID;
import org.weasis.core.ui.model.utils.UUIDable;

/** What has an identity, in the test host. */
public class DefaultUUID implements UUIDable {
  private String uuid;

  public DefaultUUID() {
    this(UUID.randomUUID().toString());
  }

  public DefaultUUID(String uuid) {
    this.uuid = uuid;
  }

  @Override
  public String getUuid() {
    return uuid;
  }

  @Override
  public void setUuid(String uuid) {
    this.uuid = uuid;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DefaultUUID that && that.uuid.equals(uuid);
  }

  @Override
  public int hashCode() {
    return uuid.hashCode();
  }

  @Override
  public String toString() {
    return uuid;
  }
}
