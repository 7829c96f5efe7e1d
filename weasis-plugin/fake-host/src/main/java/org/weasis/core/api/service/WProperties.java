package org.weasis.core.api.service;

import java.util.Properties;

/** Preferences, in the test host: as in Weasis, setting none takes the entry away. */
public class WProperties extends Properties {
  public WProperties() {}

  @Override
  public synchronized Object setProperty(String key, String value) {
    return value == null ? remove(key) : super.setProperty(key, value);
  }

  @Override
  public String getProperty(String key) {
    return super.getProperty(key);
  }

  public void putIntProperty(String key, int value) {
    setProperty(key, Integer.toString(value));
  }

  public int getIntProperty(String key, int otherwise) {
    return (int) number(key, otherwise);
  }

  public void putLongProperty(String key, long value) {
    setProperty(key, Long.toString(value));
  }

  public long getLongProperty(String key, long otherwise) {
    String value = getProperty(key);
    return value == null ? otherwise : Long.parseLong(value);
  }

  public void putBooleanProperty(String key, boolean value) {
    setProperty(key, Boolean.toString(value));
  }

  public boolean getBooleanProperty(String key, boolean otherwise) {
    String value = getProperty(key);
    return value == null ? otherwise : Boolean.parseBoolean(value);
  }

  public void putFloatProperty(String key, float value) {
    setProperty(key, Float.toString(value));
  }

  public float getFloatProperty(String key, float otherwise) {
    return (float) number(key, otherwise);
  }

  public void putDoubleProperty(String key, double value) {
    setProperty(key, Double.toString(value));
  }

  public double getDoubleProperty(String key, double otherwise) {
    return number(key, otherwise);
  }

  private double number(String key, double otherwise) {
    try {
      String value = getProperty(key);
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
