/** Signatures of Weasis: a shape that its points do not give. */
package org.weasis.core.ui.model.utils.exceptions;
