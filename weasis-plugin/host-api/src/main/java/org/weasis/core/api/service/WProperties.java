package org.weasis.core.api.service;

import java.util.Properties;
import org.radcam.weasis.hostapi.SignatureOnly;

public class WProperties extends Properties {
  public WProperties() {
    throw new SignatureOnly();
  }

  public synchronized Object setProperty(String text, String text2) {
    throw new SignatureOnly();
  }

  public String getProperty(String text) {
    throw new SignatureOnly();
  }

  public void putIntProperty(String text, int value) {
    throw new SignatureOnly();
  }

  public int getIntProperty(String text, int value) {
    throw new SignatureOnly();
  }

  public void putLongProperty(String text, long value) {
    throw new SignatureOnly();
  }

  public long getLongProperty(String text, long value) {
    throw new SignatureOnly();
  }

  public void putBooleanProperty(String text, boolean flag) {
    throw new SignatureOnly();
  }

  public boolean getBooleanProperty(String text, boolean flag) {
    throw new SignatureOnly();
  }

  public void putFloatProperty(String text, float value) {
    throw new SignatureOnly();
  }

  public float getFloatProperty(String text, float value) {
    throw new SignatureOnly();
  }

  public void putDoubleProperty(String text, double value) {
    throw new SignatureOnly();
  }

  public double getDoubleProperty(String text, double value) {
    throw new SignatureOnly();
  }
}
