/** Signatures of Weasis: views of images and their manager. */
package org.weasis.core.ui.editor.image;
