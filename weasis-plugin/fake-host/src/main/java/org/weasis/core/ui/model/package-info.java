/** Weasis in the test host: the drawings of an image. */
package org.weasis.core.ui.model;
