package org.dcm4che3.data;

import org.radcam.weasis.fakehost.Elements;

/** The data dictionary of the test host: of standard elements, those that it knows. */
public abstract class ElementDictionary {
  ElementDictionary() {}

  public static VR vrOf(int tag, String privateCreator) {
    return privateCreator == null
        ? Elements.of(tag).map(Elements.Element::vr).orElse(VR.UN)
        : VR.UN;
  }

  public static String keywordOf(int tag, String privateCreator) {
    return privateCreator == null ? Elements.of(tag).map(Elements.Element::keyword).orElse("") : "";
  }

  public static int tagForKeyword(String keyword, String privateCreator) {
    return privateCreator == null ? Elements.of(keyword).map(Elements.Element::tag).orElse(-1) : -1;
  }

  public abstract VR vrOf(int tag);

  public abstract String keywordOf(int tag);

  public int tagForKeyword(String keyword) {
    return tagForKeyword(keyword, null);
  }
}
