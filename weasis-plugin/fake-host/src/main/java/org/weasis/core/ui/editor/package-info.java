/** Weasis in the test host: what viewers tell. */
package org.weasis.core.ui.editor;
