/** Weasis in the test host: viewers of images and their manager. */
package org.weasis.core.ui.editor.image;
