/** Signatures of Weasis: viewers of series, and what they tell. */
package org.weasis.core.ui.editor;
