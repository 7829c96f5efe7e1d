/** Signatures of Weasis: toolbars. */
package org.weasis.core.ui.util;
