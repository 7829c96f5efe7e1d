package org.weasis.core.api.media.data;

import org.radcam.weasis.hostapi.SignatureOnly;

public class TagW {
  public static final TagW PatientPseudoUID = null;
  public static final TagW ExplorerModel = null;
  public static final TagW PresentationModel = null;
  public static final TagW SplitSeriesNumber = null;
  public static final TagW SeriesOpen = null;
  public static final TagW ImageWidth = null;
  public static final TagW ImageHeight = null;
  public static final TagW SlicePosition = null;
  public static final TagW SubseriesInstanceUID = null;
  public static final TagW MonoChrome = null;

  public TagW(int value, String text, TagW.TagType tagType) {
    throw new SignatureOnly();
  }

  public int getId() {
    throw new SignatureOnly();
  }

  public String getKeyword() {
    throw new SignatureOnly();
  }

  public String getDisplayedName() {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  @Override
  public boolean equals(Object value) {
    throw new SignatureOnly();
  }

  @Override
  public int hashCode() {
    throw new SignatureOnly();
  }

  public String getFormattedTagValue(Object value, String text) {
    throw new SignatureOnly();
  }

  public static TagW get(String text) {
    throw new SignatureOnly();
  }

  public static <T> T getTagValue(TagReadable tagReadable, TagW tagW, Class<T> type) {
    throw new SignatureOnly();
  }

  public enum TagType {
    ;
  }
}
